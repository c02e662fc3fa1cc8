"""The screens: one file per task, a folder per journey. They take the case, ask the rules, and show; they know no law."""
