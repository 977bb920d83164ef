"""Addresses of the year."""

from django.urls import URLPattern, path

from handlerum.web.insight import documents, nominating, year, year_writing

urlpatterns: list[URLPattern] = [
    path("", year.years, name="years"),
    path("<int:status_id>/", year.year, name="year"),
    path("<int:status_id>/pdf/", documents.pdf, name="year_pdf"),
    path("<int:status_id>/docx/", documents.docx, name="year_docx"),
    path("<int:status_id>/tal/", year.count_again, name="year_count"),
    path("<int:status_id>/udgiv/", year.publish, name="year_publish"),
    path("<int:status_id>/tilbage/", year.take_back, name="year_take_back"),
    path("<int:status_id>/slet/", year_writing.delete, name="year_delete"),
    path("<int:status_id>/princip/", year_writing.name_principle, name="year_principle"),
    path("del/<int:part_id>/", year_writing.write_part, name="year_part"),
    path("princip/<int:principle_id>/", year_writing.write_principle, name="edit_principle"),
    path("princip/<int:principle_id>/ud/", year_writing.drop_principle, name="drop_principle"),
    path("indstil/bidrag/<int:contribution_id>/", nominating.contribution, name="nominate"),
    path("indstil/proeve/<int:trial_id>/", nominating.trial, name="nominate_trial"),
    path("indstillet/<int:nomination_id>/vaelg/", nominating.choose, name="choose_nomination"),
    path(
        "indstillet/<int:nomination_id>/ikke/",
        nominating.choose_no_more,
        name="unchoose_nomination",
    ),
    path("indstillet/<int:nomination_id>/tilbage/", nominating.take_back, name="drop_nomination"),
]
