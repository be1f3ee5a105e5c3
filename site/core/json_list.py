"""Several values in one column of a query."""

from typing import Any

from django.db.models import Aggregate, JSONField, QuerySet, Subquery


class JSONList(Aggregate):
    """The values of a group as a list, in no particular order; both databases make it in their own words."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """As PostgreSQL calls it."""
        return self.as_sql(compiler, connection, function="JSONB_AGG", **extra)


def list_of(records: "QuerySet[Any]", name: str, group: str = "helpline") -> Subquery:
    """One value of each of the records that belong to a row, as a list; `group` is the column that names the row."""
    return Subquery(records.order_by().values(group).annotate(listed=JSONList(name)).values("listed"))
