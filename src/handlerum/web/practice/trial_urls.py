"""Addresses of trials."""

from django.urls import URLPattern, path

from handlerum.web.practice import trials

urlpatterns: list[URLPattern] = [
    path("", trials.trials, name="trials"),
    path("mine/", trials.mine, name="my_trials"),
    path("ny/", trials.begin, name="begin_trial"),
    path("<int:trial_id>/", trials.trial, name="trial"),
    path("<int:trial_id>/fortael/", trials.tell, name="tell_trial"),
    path("<int:trial_id>/laengere/", trials.prolong, name="prolong_trial"),
    path("<int:trial_id>/opgiv/", trials.drop, name="drop_trial"),
    path("<int:trial_id>/giv-videre/", trials.hand_over, name="hand_over_trial"),
    path("<int:trial_id>/overtag/", trials.take_over, name="take_over_trial"),
    path("<int:trial_id>/slet/", trials.erase, name="erase_trial"),
]
