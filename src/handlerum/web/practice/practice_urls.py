"""Addresses of practices."""

from django.urls import URLPattern, path

from handlerum.web.practice import basis, beside, documents, looking, reading, writing

urlpatterns: list[URLPattern] = [
    path("", reading.practices, name="practices"),
    path("ny/", writing.make, name="make_practice"),
    path("<int:practice_id>/", reading.practice, name="practice"),
    path("<int:practice_id>/historie/", reading.history, name="practice_history"),
    path("<int:practice_id>/regnskab/", reading.account, name="practice_account"),
    path("<int:practice_id>/lov/", beside.law, name="practice_law"),
    path("<int:practice_id>/lov/sted/", beside.place, name="read_place"),
    path("<int:practice_id>/pdf/", documents.pdf, name="practice_pdf"),
    path("<int:practice_id>/docx/", documents.docx, name="practice_docx"),
    path("<int:practice_id>/ret/", writing.edit, name="edit_practice"),
    path("<int:practice_id>/tilstand/", writing.state, name="practice_state"),
    path("<int:practice_id>/giv-videre/", writing.hand_over, name="hand_over_practice"),
    path("<int:practice_id>/slet/", writing.erase, name="erase_practice"),
    path("<int:practice_id>/find/", basis.find, name="find_basis"),
    path("<int:practice_id>/staa-paa/", basis.stand_on, name="stand_on"),
    path("<int:practice_id>/vejet/", basis.weigh_in, name="weigh_in"),
    path("<int:practice_id>/note/", looking.note, name="note_practice"),
    path("<int:practice_id>/blik/", looking.look, name="look_at_practice"),
    path("<int:practice_id>/blik/dag/", looking.plan, name="plan_look"),
    path("<int:practice_id>/blik/forbered/", looking.prepare, name="prepare_look"),
    path("grundlag/<int:basis_id>/fjern/", basis.leave, name="leave_basis"),
    path("vejet/<int:weighed_id>/fjern/", basis.weigh_out, name="weigh_out"),
    path("note/<int:note_id>/fjern/", looking.remove_note, name="remove_note"),
]
