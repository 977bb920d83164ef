"""Addresses of sparring."""

from django.urls import path

from handlerum.web.sparring import asking, deciding, leaders, offering, reading, talking

urlpatterns = [
    path("", reading.sparring, name="sparring"),
    path("spoerg/", asking.ask, name="ask"),
    path("tilbyd/", offering.offers, name="offers"),
    path("tilbyd/<int:offer_id>/fjern/", offering.take_back, name="take_back_offer"),
    path("ventetid/", leaders.waiting, name="sparring_waiting"),
    path("<int:question_id>/", reading.question, name="question"),
    path("<int:question_id>/ja/", deciding.accept, name="accept_question"),
    path("<int:question_id>/ikke-nu/", deciding.decline, name="decline_question"),
    path("<int:question_id>/svar/", talking.reply, name="reply"),
    path("<int:question_id>/tider/", talking.times, name="propose_times"),
    path("<int:question_id>/aftale/", deciding.agree, name="agree_time"),
    path("<int:question_id>/igen/", asking.ask_again, name="ask_again"),
    path("<int:question_id>/afslut/", deciding.close, name="close_question"),
    path("<int:question_id>/traek/", deciding.withdraw, name="withdraw_question"),
    path("<int:question_id>/slet/", deciding.erase, name="erase_question"),
    path("skrevet/<int:reply_id>/slet/", talking.remove, name="remove_reply"),
]
