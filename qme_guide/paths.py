"""Names of answers: dotted paths such as "letters.0.served_on"."""


def plain_path(path: str) -> str:
    """"letters.0.treatments.1.name" without its indexes: "letters.treatments.name"."""
    return ".".join(step for step in path.split(".") if not step.isdigit())
