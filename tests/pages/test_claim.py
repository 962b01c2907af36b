"""The claim checker: what is chosen is answered as the publication says, and nothing illustrative is for the public."""

from tests.pages.test_board import html, page


def chosen(app, **boxes: str):
    """The page with lists set, by the beginning of their keys."""
    shown = page(app, "claim")
    for start, value in boxes.items():
        box = next(each for each in shown.main.selectbox if each.key.startswith(start))
        shown = box.set_value(value).run()
    return shown


def test_the_page_opens_on_an_impact_and_its_hoped_for_direction(app):
    shown = html(page(app, "claim"))
    assert "Trust in local councils" in shown
    assert "It has risen, since March 2024" in shown
    assert "ec-i-supported" in shown


def test_the_opposite_claim_is_not_supported(app):
    shown = html(chosen(app, claim_of="It has fallen"))
    assert "The change is clear, but it went the other way." in shown


def test_a_claim_about_the_programme_is_answered_apart(app):
    shown = html(chosen(app, claim_of="It has risen because of the programme"))
    assert "Nothing shows what would have happened without the programme." in shown


def test_another_period_has_its_own_answer(app):
    assert "The difference may be chance." in html(chosen(app, claim_when="since September 2025"))


def test_made_up_figures_are_never_offered_to_the_public(app):
    shown = html(page(app, "claim"))
    assert "Nothing yet: these are illustrative figures" in shown


def test_what_to_keep_in_mind_stands_beside_the_answer(app):
    assert "Early evidence." in html(page(app, "claim"))


def test_every_claim_of_the_place_is_in_a_table(app):
    assert html(page(app, "claim")).count('role="rowheader">It has ') == 6


def test_the_demand_page_asks_whether_need_went_unmet_or_moved(app):
    shown = html(page(app, "demand"))
    assert "Demand down, or need unmet or moved?" in shown
    assert "Attendances fell, but admissions rose." in shown


def test_the_overview_names_the_weakest_link_of_each_chain(app):
    shown = html(page(app, "overview"))
    assert "How strong is the reasoning behind each impact?" in shown
    assert "Funding and team → Public-value event" in shown


def test_a_link_shows_its_verdict_its_evidence_and_what_the_figures_say(app):
    app.run()
    shown = html(app.switch_page("pages/evaluator/framework.py").run())
    assert "Signed by An evaluator, 1 Oct 2026" in shown
    assert "The cause moved as hoped (Trust)." in shown
    assert "A &lt;b&gt;report&lt;/b&gt; (study, 1 Jan 2025) supports it; Maryland 3 of 5." in shown
