"""Addresses of dilemmas."""

from django.urls import path

from handlerum.web.dilemmas import deciding, following, owning, printing, reading, weighing, writing

urlpatterns = [
    path("", reading.dilemmas, name="dilemmas"),
    path("nyt/", writing.make, name="make_dilemma"),
    path("kort/", reading.network, name="dilemma_map"),
    path("fulgt/", following.followed, name="followed"),
    path("forslag/", following.dismiss, name="dismiss"),
    path("laeg/<int:contribution_id>/", weighing.put, name="put"),
    path("<int:dilemma_id>/", reading.board, name="dilemma"),
    path("<int:dilemma_id>/ret/", writing.edit, name="edit_dilemma"),
    path("<int:dilemma_id>/slet/", writing.delete, name="delete_dilemma"),
    path("<int:dilemma_id>/hensyn/", writing.add_side, name="add_side"),
    path("<int:dilemma_id>/mulighed/", deciding.add_option, name="add_option"),
    path("<int:dilemma_id>/proev/", deciding.test, name="test_dilemma"),
    path("<int:dilemma_id>/vaelg/", deciding.choose, name="choose_option"),
    path("<int:dilemma_id>/tilstand/", deciding.state, name="dilemma_state"),
    path("<int:dilemma_id>/giv-videre/", owning.hand_over, name="hand_over_dilemma"),
    path("<int:dilemma_id>/overtag/", owning.take_over, name="take_over_dilemma"),
    path("<int:dilemma_id>/foelg/", following.follow, name="follow"),
    path("<int:dilemma_id>/set/", following.seen, name="seen"),
    path("<int:dilemma_id>/tavle.pdf", printing.pdf, name="board_pdf"),
    path("hensyn/<int:consideration_id>/ret/", writing.edit_consideration, name="edit_side"),
    path("side/<int:side_id>/find/", weighing.find, name="find_piece"),
    path("side/<int:side_id>/fjern/", writing.remove_side, name="remove_side"),
    path("vejet/<int:weighing_id>/fjern/", weighing.unweigh, name="unweigh"),
    path("mulighed/<int:option_id>/fjern/", deciding.remove_option, name="remove_option"),
    path("mulighed/<int:option_id>/foelger/", deciding.consequence, name="consequence"),
]
