"""What the worker does for pictures; where there is none, it is done at once."""

from django_tasks import task

from media_library import sizes


@task()
def make_sizes(pks: list[int]) -> int:
    """Make what is missing of the sizes of these pictures; answers how many are complete."""
    return sizes.make_sizes(pks)
