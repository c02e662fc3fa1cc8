"""The job at the time of the injury and its tasks: the questions, and the list of tasks with a way to change each."""

import streamlit as st

from pages.parts import ability_at, ask, letters, look, session, undo
from pages.parts.markdown import own, typed
from qme_guide.case import JobTask
from qme_guide.paths import free_id

JOB, TASK = "job", "task"
FIELDS = {JOB: ("title", "hours"), TASK: ("what", "often", "weight")}


def section() -> None:
    """What was told of the job, with a way to change it, its tasks, and a way to add one."""
    words, job = session.words(), session.case().function.job
    look.heading(words.say("function.job_title"))
    told = [said for said in (job.title, job.hours) if said]
    look.show(look.paragraph(own(". ".join(told))) if told else look.paragraph(words.say("function.job_empty"), soft=True))
    st.button(words.say("function.job_change" if told else "function.job_tell"), key="job", on_click=session.go, args=(ability_at.PLACE, (JOB, "")), width="stretch")
    if job.tasks:
        with st.expander(words.say("function.fold_tasks", count=len(job.tasks))):
            for task in job.tasks:
                label = words.say("function.task_open", name=typed(called(task)))
                st.button(label, key=f"open.{task.id}", type="tertiary", on_click=_open, args=(task.id,))
                if more := [said for said in (task.often, task.weight) if said]:
                    look.show(look.paragraph(own(". ".join(more)), soft=True))
    if told or job.tasks:
        st.button(words.say("function.task_add"), key="task_add", on_click=add, width="stretch")


def called(task: JobTask) -> str:
    """The name of a task, or its number."""
    tasks = session.case().function.job.tasks
    return task.what or session.words().say("function.task_unnamed", number=tasks.index(task) + 1)


def add() -> None:
    """A new task; it is kept with its first answer."""
    name = free_id("task", {task.id for task in session.case().function.job.tasks})
    _open(name)
    letters.begin("function.job.tasks", JobTask(id=name))


def _open(name: str) -> None:
    letters.stop()
    session.go(ability_at.PLACE, (TASK, name))


def question() -> None:
    """The job in two questions; without a task, the first one follows."""
    words, paths = session.words(), tuple(f"function.job.{name}" for name in FIELDS[JOB])
    went = ask.screen("function.job", paths, optional=True, title=words.say("function.ask_job"), skip=words.say("ask.skip_it"))
    if went:
        if went == ask.ON and not session.case().function.job.tasks:
            add()
        else:
            ability_at.to_list()
        st.rerun()


def task_question(name: str) -> None:
    """One task in three questions, and back to the list. A task of which nothing was said is not kept."""
    words, tasks = session.words(), letters.case().function.job.tasks
    at = next((at for at, task in enumerate(tasks) if task.id == name), None)
    if at is None:
        ability_at.to_list()
        st.rerun()
    paths = tuple(f"function.job.tasks.{at}.{field}" for field in FIELDS[TASK])
    went = ask.screen(f"function.{name}", paths, optional=True, title=words.say("function.ask_task"))
    if tasks[at] in session.case().function.job.tasks:
        st.button(words.say("function.task_remove"), key="task_remove", type="tertiary", on_click=_remove, args=(tasks[at],))
    if went:
        known = session.case().function.job.tasks
        session.answer({"function.job.tasks": tuple(task for task in known if task != JobTask(id=task.id))})
        ability_at.to_list()
        st.rerun()


def _remove(task: JobTask) -> None:
    """Off the list; what was tied to it is tied to nothing. All of it can come back."""
    before, name = session.case().function, called(task)
    tied = tuple(one.model_copy(update={"task": None}) if one.task == task.id else one for one in before.abilities)
    session.answer({"function.job.tasks": tuple(one for one in before.job.tasks if one != task), "function.abilities": tied})
    ability_at.to_list()
    undo.remember("function.removed", {"function": before}, name=name)
