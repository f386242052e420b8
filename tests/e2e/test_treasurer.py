"""The treasurer's chain by the screens alone: devis, commitment, invoice, statement, paid; a partner who reads."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.days import group_today
from tests.e2e.conftest import Visits
from tests.e2e.test_every_page import faults, settle

Enter = Callable[..., Page]
SUPPLIER, NUMBER, REASON = "Repro Express", "RX-2051", "Quatre jours de délai, et le lot de 500 suffit."


def whole(page: Page) -> None:
    """The script has run, and what the browser loads late has taken the place of its grey boxes."""
    settle(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def visit(page: Page, path: str, heading: str) -> None:
    """Go to a screen and wait until it stands."""
    page.goto(path)
    expect(page.get_by_role("heading", name=heading, exact=True).first).to_be_visible()
    whole(page)


def fill(place: Page | Locator, page: Page, label: str, value: str) -> None:
    """Type in a field and leave it, which is when the server learns of it."""
    field = place.get_by_label(label, exact=True)
    field.fill(value)
    field.press("Tab")
    whole(page)


def pick(place: Page | Locator, page: Page, label: str, choice: re.Pattern[str]) -> None:
    """Choose in a list."""
    place.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=choice).click()
    whole(page)


def press(place: Page | Locator, page: Page, name: str) -> None:
    """Click a button and wait for what it does."""
    place.get_by_role("button", name=name, exact=True).click()
    whole(page)


def choose_devis(page: Page) -> list[str]:
    """Choose one of the printing devis, with the reason; gives what axe finds where they stand side by side."""
    visit(page, "/devis_compare?nature=printing", "Choisir")
    found = faults(page)
    press(page, page, "Retenir un devis")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("combobox", name="Devis", exact=True)).to_have_value(re.compile(SUPPLIER))
    expect(dialog.get_by_role("combobox", name="Lot", exact=True)).to_have_value(re.compile("^500 exemplaires"))
    fill(dialog, page, "Pourquoi ce devis", REASON)
    press(dialog, page, "Retenir et engager la dépense")
    expect(page.get_by_test_id("stToastViewButton")).to_have_text("Lire la suite")
    expect(page.get_by_text(f"{SUPPLIER} (inventée) est retenu. Motif : {REASON}")).to_be_visible()
    return found


def commitment(page: Page) -> Locator:
    """Where the budget tells of the commitment."""
    return page.get_by_role("list", name="Engagements").get_by_role("listitem").filter(has_text=SUPPLIER)


def amount(euros: str) -> re.Pattern[str]:
    """An amount, whatever the width of its spaces."""
    return re.compile(r"\s".join(map(re.escape, euros.split())))


def figure(page: Page, name: str) -> Locator:
    """An amount of the envelope."""
    return page.locator(".cb-figures div").filter(has=page.get_by_text(name, exact=True)).locator("dd")


def approve_commitment(page: Page) -> None:
    """The second agreement, by somebody else than who chose."""
    visit(page, "/budget", "Engagements")
    press(page, page, "Donner mon accord · 1 333,85 €")
    expect(commitment(page)).to_contain_text("Accords : 2 sur 2")
    expect(figure(page, "Engagé, à facturer")).to_have_text(amount("1 333,85 €"))


def enter_invoice(page: Page) -> list[str]:
    """Copy the supplier's invoice by hand, on the commitment that waits for it; gives what axe finds in the form."""
    visit(page, "/invoices", "Factures")
    press(page, page, "Saisir une facture")
    pick(page, page, "Fournisseur", re.compile(SUPPLIER))
    expect(page.get_by_role("combobox", name="Engagement", exact=True)).to_have_value(
        re.compile("Impression numérique")
    )
    fill(page, page, "Numéro", NUMBER)
    fill(page, page, "Hors taxes", "1 111,54")
    fill(page, page, "TVA", "222,31")
    fill(page, page, "Toutes taxes comprises", "1 333,85")
    page.get_by_role("heading", name="Saisir une facture").click()  # the help of the field that has the focus folds
    expect(page.get_by_role("tooltip")).to_have_count(0)
    found = faults(page)
    press(page, page, "Enregistrer")
    expect(page.get_by_text("Vous avez saisi cette facture")).to_be_visible()
    expect(page.get_by_role("button", name="Approuver", exact=True)).to_have_count(0)
    return found


def open_invoice(page: Page) -> None:
    """From the list to its sheet."""
    visit(page, "/invoices", "Factures")
    page.get_by_role("link", name=re.compile(NUMBER)).click()
    page.wait_for_url(re.compile(r"/invoices\?facture="))
    expect(page.get_by_text(re.compile(f"Facture .*{NUMBER}"))).to_be_visible()
    whole(page)


def approve_invoice(page: Page) -> None:
    """Say that it counts."""
    open_invoice(page)
    press(page, page, "Approuver")
    press(page.get_by_role("dialog"), page, "Approuver")
    expect(page.get_by_role("button", name="Enregistrer un paiement")).to_be_visible()


def take_statement(page: Page, today: str) -> list[str]:
    """Drop the bank's file, confirm its columns, and the match that is proposed; gives what axe finds before."""
    visit(page, "/bank", "Relevés de banque")
    lines = (
        "Date;Libellé;Montant",
        f"{today};VIR SEPA REPRO EXPRESS {NUMBER};-1333,85",
        f"{today};FRAIS DE TENUE;-4,20",
    )
    content = "\n".join(lines).encode()
    file: FilePayload = {"name": "releve.csv", "mimeType": "text/csv", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("Vérifiez les colonnes")).to_be_visible()
    whole(page)
    expect(page.get_by_role("combobox", name="Date", exact=True)).to_have_value("Date")
    expect(page.get_by_role("combobox", name="Montant", exact=True)).to_have_value("Montant")
    found = faults(page)
    press(page, page, "Prendre ces lignes")
    expect(page.get_by_role("heading", name="Lignes à reconnaître")).to_be_visible()
    page.get_by_role("button", name=re.compile(f"^Paie la facture {NUMBER} de {SUPPLIER}")).click()
    whole(page)
    expect(page.get_by_text("Une ligne reconnue")).to_be_visible()
    press(page, page, "Sans rapport avec le budget")
    expect(page.get_by_text("Toutes les lignes sont reconnues.")).to_be_visible()
    return found


def test_euros_are_followed_from_the_devis_to_the_bank(enter: Enter, visits: Visits) -> None:
    keeper, chief = enter("treasurer"), enter("facilitator")
    visit(keeper, "/budget", "Engagements")
    expect(figure(keeper, "Payé")).to_have_text(amount("1 415,40 €"))
    found = {"budget": faults(keeper)}
    found["compare"] = choose_devis(keeper)
    visit(keeper, "/budget", "Engagements")
    expect(commitment(keeper)).to_contain_text("Accords : 1 sur 2")
    expect(commitment(keeper)).to_contain_text(REASON)
    expect(keeper.get_by_role("button", name=re.compile("^Donner mon accord"))).to_have_count(0)
    approve_commitment(chief)
    found["invoice form"] = enter_invoice(keeper)
    approve_invoice(chief)
    found["bank preview"] = take_statement(keeper, f"{group_today():%d/%m/%Y}")
    open_invoice(keeper)
    expect(keeper.get_by_text("vu sur le relevé")).to_be_visible()
    expect(keeper.get_by_role("button", name="Enregistrer un paiement")).to_have_count(0)
    keeper.get_by_role("link", name="Toutes les factures").click()
    keeper.wait_for_url(re.compile("/invoices$"))
    visit(keeper, "/budget", "Engagements")
    expect(figure(keeper, "Payé")).to_have_text(amount("2 749,25 €"))
    expect(figure(keeper, "Engagé, à facturer")).to_have_text(amount("0,00 €"))
    found["budget paid"] = faults(keeper)
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert visits.problems == []


def declare(page: Page, hours: str) -> None:
    """Say what one's structure brought."""
    dialog = page.get_by_role("dialog")
    fill(dialog, page, "Tâche ou objet", "Pliage des chemises")
    fill(dialog, page, "Par qui", "A. M.")
    fill(dialog, page, "Durée", hours)
    press(dialog, page, "Déclarer")


def test_partner_reads_on_a_phone_and_declares_what_was_brought(enter: Enter, visits: Visits) -> None:
    page = enter("partner", width=360)
    visit(page, "/budget", "Engagements")
    expect(page.get_by_text(re.compile("^L’enveloppe tient"))).to_be_visible()
    for refused in ("Engager une somme", "Annuler un engagement", "Ajouter une ligne", "Nouvelle enveloppe"):
        expect(page.get_by_role("button", name=refused)).to_have_count(0)
    found = {"budget": faults(page)}
    visit(page, "/contributions", "Contributions")
    expect(page.get_by_text(re.compile("Apeas a tout versé"))).to_be_visible()
    found["contributions"] = faults(page)
    page.get_by_role("radio", name="Promesses et reçus").click()
    expect(page.get_by_role("link", name=re.compile(r"^Reçu .* \(PDF\)"))).to_be_visible()
    whole(page)
    found["money"] = faults(page)
    page.get_by_role("radio", name="En nature").click()
    press(page, page, "Déclarer un apport")
    declare(page, "longtemps")
    expect(page.get_by_role("dialog").get_by_text("« longtemps » n’est pas une durée")).to_be_visible()
    declare(page, "2 h 30")
    expect(page.get_by_text("Vous l’avez déclaré : une autre personne doit le valider.")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Apeas\s: Pliage des chemises"))).to_be_visible()
    expect(page.get_by_test_id("stToast")).to_have_count(0)
    found["in kind"] = faults(page)
    visit(page, "/bank", "Relevés de banque")
    expect(page.get_by_text("Les relevés de banque se lisent par la trésorerie")).to_be_visible()
    found["bank"] = faults(page)
    visit(page, "/invoices", "Factures")
    found["invoices"] = faults(page)
    visit(page, "/devis_compare?nature=printing", "Choisir")
    expect(page.get_by_text("La trésorerie ou l’animation retient un devis")).to_be_visible()
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert visits.problems == []
