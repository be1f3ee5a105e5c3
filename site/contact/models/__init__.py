"""What visitors write to the team, and what they are told of it beforehand."""

from contact.models.message import Message, SafeToReply, Status
from contact.models.settings import MessageSettings

__all__ = ["Message", "MessageSettings", "SafeToReply", "Status"]
