"""Where a message is sent to; the form itself stands on the contact page, wherever editors put it."""

from django.urls import path

from contact import views

urlpatterns = [
    path("send/", views.send, name="send_message"),
    path("sent/", views.sent, name="message_sent"),
]
