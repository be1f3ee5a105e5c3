"""What somebody may do with a page; nobody changes what is public around the second reader, superusers included."""

from functools import cached_property
from typing import Any

from wagtail.models import GroupPagePermission, Page, PagePermissionTester


class SecondReaderPermissionTester(PagePermissionTester):
    """Wagtail's answers, but whatever changes public pages at once needs the publish permission of a group."""

    def __init__(self, user: Any, page: Page) -> None:
        super().__init__(user, page)
        if user.is_active and user.is_superuser:
            # Wagtail gives superusers every permission without asking; what their groups give counts here.
            granted = GroupPagePermission.objects.filter(group__user=user).select_related("page", "permission")
            self.permissions = {
                grant.permission.codename.rsplit("_", maxsplit=1)[0]
                for grant in granted
                if page.path.startswith(grant.page.path)
            }

    @property
    def may_publish(self) -> bool:
        """Whether a group of this person may publish here."""
        return self.user.is_active and "publish" in self.permissions

    @cached_property
    def is_public_below(self) -> bool:
        """Whether the page or one under it is live."""
        return bool(self.page.get_descendants(inclusive=True).live().exists())

    def can_publish(self) -> bool:
        """Only with the publish permission."""
        return bool(super().can_publish()) and self.may_publish

    def can_publish_subpage(self) -> bool:
        """Only with the publish permission."""
        return bool(super().can_publish_subpage()) and self.may_publish

    def can_unpublish(self) -> bool:
        """Only with the publish permission."""
        return bool(super().can_unpublish()) and self.may_publish

    def can_reorder_children(self) -> bool:
        """The order of public pages changes at once, so this needs the publish permission."""
        return bool(super().can_reorder_children()) and self.may_publish

    def can_unschedule(self) -> bool:
        """Taking back what is to go live later makes nothing public: whoever may edit may do it."""
        return bool(self.can_edit())

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """A public page is not deleted; it is taken off first."""
        return not self.is_public_below and bool(super().can_delete(ignore_bulk))

    def can_move(self) -> bool:
        """Moving a public page changes its address at once, so this needs the publish permission."""
        if self.is_public_below:
            return self.may_publish and bool(self.can_edit())
        return bool(super().can_move())

    def can_move_to(self, destination: Page) -> bool:
        """The same where it goes."""
        if not self.can_move():
            return False
        if self.is_public_below and not destination.permissions_for_user(self.user).can_publish_subpage():
            return False
        return bool(super().can_move_to(destination))
