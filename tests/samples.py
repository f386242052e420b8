"""Documents made here for the tests and promises of import: each with the words it holds, by where they stand."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

from PIL import Image

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = f"""<w:styles {NAMESPACES}>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="MonTitre"><w:name w:val="Mon titre"/><w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Citation"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {NAMESPACES}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId9" TargetMode="External" Target="https://www.apeas.fr/aide"/>'
    '<Relationship Id="rId8" TargetMode="External" Target="javascript:alert(1)"/></Relationships>'
)


@dataclass(frozen=True)
class Sample:
    """A document, the words that must come in, and those that must at least be reported."""

    name: str
    data: bytes
    kept: str
    reported: str = ""


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def photograph(*, width: int = 900, color: str = "teal", kind: str = "PNG") -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, width * 2 // 3), color).save(out, kind)
    return out.getvalue()


def docx(body: str, media: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A Word document; `media` by relation; other parts by name (`comments`, `header1`…), inside their root."""
    roots = {"comments": "comments", "footnotes": "footnotes", "header1": "hdr", "footer1": "ftr"}
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    }
    related = ""
    for relation, data in (media or {}).items():
        made[f"word/media/{relation}.png"] = data
        related += f'<Relationship Id="{relation}" Target="media/{relation}.png"/>'
    made["word/_rels/document.xml.rels"] = RELATIONS.replace("</Relationships>", f"{related}</Relationships>")
    for name, inside in parts.items():
        made[f"word/{name}.xml"] = f"<w:{roots[name]} {NAMESPACES}>{inside}</w:{roots[name]}>"
    return zipped(made)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(inside: str, style: str = "", listed: tuple[int, int] | None = None) -> str:
    """`inside` is text, or XML when it begins with a tag; `listed`: (numbering, level)."""
    content = inside if inside.startswith("<") else run(inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{listed[1]}"/><w:numId w:val="{listed[0]}"/></w:numPr>' if listed else ""
    return f"<w:p><w:pPr>{named}{numbered}</w:pPr>{content}</w:p>"


def box_modern(text: str) -> str:
    """A DrawingML text box without a fallback: what pandoc, mammoth and python-docx all lose."""
    return (
        "<w:r><w:drawing><wp:anchor><wp:docPr id='1' name='Zone'/><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"<w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )


def box_old(text: str) -> str:
    """A VML text box."""
    return (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(text)}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )


def box_both(text: str) -> str:
    """As Word writes it: the modern one, and the old one for old readers. The words must come once."""
    choice = box_modern(text).removeprefix("<w:r>").removesuffix("</w:r>")
    fallback = box_old(text).removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def hyperlink(relation: str, text: str) -> str:
    return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'


def table(*rows: tuple[str, ...], head: bool = False) -> str:
    made = ""
    for place, cells in enumerate(rows):
        flag = "<w:trPr><w:tblHeader/></w:trPr>" if head and place == 0 else ""
        made += f"<w:tr>{flag}{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def picture(alt: str, relation: str = "rId3") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Image" descr="{escape(alt)}"/><a:graphic><a:graphicData>'
        f'<a:blip r:embed="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def samples() -> list[Sample]:
    """The documents of the promise `import`: one a trap, then one with all of them."""
    lead = "Une idée se vérifie sur le terrain, avant le dossier."
    boxes = (
        ("boxes-modern", box_modern("Encadré moderne : cent cinquante salariés.")),
        ("boxes-old", box_old("Encadré ancien : une adresse utile.")),
        ("boxes-both", box_both("Encadré double : venez nous voir.")),
    )
    said = {
        "boxes-modern": "Encadré moderne : cent cinquante salariés.",
        "boxes-old": "Encadré ancien : une adresse utile.",
        "boxes-both": "Encadré double : venez nous voir.",
    }
    made = [
        Sample(
            name,
            docx(paragraph(lead) + paragraph(run("Avant. ") + box + run("Après."))),
            f"{lead} Avant. Après. {said[name]}",
        )
        for name, box in boxes
    ]
    cells = (("Structure", "Étape"), ("Inter-Made", "Essai"), ("Apeas", "Idée et projet"))
    joined = " ".join(word for row in cells for word in row)
    made.append(Sample("tables", docx(paragraph(lead) + table(*cells, head=True)), f"{lead} {joined}"))
    tracked = (
        run("Le groupe ")
        + f'<w:ins w:id="1" w:author="B.">{run("se réunit")}</w:ins>'
        + '<w:del w:id="2" w:author="B."><w:r><w:delText>attendait encore</w:delText></w:r></w:del>'
        + run(" en janvier.")
    )
    made.append(Sample("tracked", docx(paragraph(tracked)), "Le groupe se réunit en janvier.", "attendait encore"))
    made.append(_pictures(lead))
    made.append(_beside(lead))
    made.append(_controls(lead))
    made.append(_everything(lead, "".join(paragraph(run("Ancre.") + box) for _, box in boxes), said, cells, tracked))
    return made


def _pictures(lead: str) -> Sample:
    """Pictures in the text, in a list, in a table, in a text box; one that is gone, one that lies elsewhere."""
    body = (
        paragraph(run(lead) + picture("La façade", "rId4"))
        + paragraph(run("Le jardin :") + picture("Un jardin partagé", "rId5"), listed=(1, 0))
        + table(("Adresse", picture("Un plan", "rId4")))
        + paragraph(run("Ancre.") + picture("Perdue", "rId77") + picture("Restée ailleurs", "rId9"))
    )
    data = docx(body, {"rId4": photograph(), "rId5": photograph(color="olive", kind="JPEG")})
    kept = f"{lead} La façade Le jardin : Un jardin partagé Adresse Un plan Ancre."
    return Sample("pictures", data, kept, "Perdue Restée ailleurs https://www.apeas.fr/aide")


def _beside(lead: str) -> Sample:
    body = paragraph(lead) + paragraph(run("Voir la note.") + picture("La façade de LaPlateforme"))
    data = docx(
        body,
        comments=f'<w:comment w:id="0">{paragraph("À relire avec Sandrine")}</w:comment>',
        footnotes=f'<w:footnote w:id="1">{paragraph("Source interne du groupe")}</w:footnote>',
        header1=paragraph("Document de travail"),
        footer1=paragraph("Page provisoire"),
    )
    reported = "À relire avec Sandrine Source interne du groupe Document de travail Page provisoire"
    reported += " La façade de LaPlateforme"
    return Sample("beside", data, f"{lead} Voir la note.", reported)


def _controls(lead: str) -> Sample:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Un champ rempli')}</w:sdtContent></w:sdt>"
    field = f'<w:fldSimple w:instr="DATE">{run("22 novembre 2007")}</w:fldSimple>'
    tag = f"<w:smartTag>{run(' à Marseille')}</w:smartTag>"
    link = hyperlink("rId9", "le site")
    body = paragraph(lead) + control + paragraph(field + tag) + paragraph(run("Lire ") + link)
    return Sample("controls", docx(body), f"{lead} Un champ rempli 22 novembre 2007 à Marseille Lire le site")


def _everything(
    lead: str, boxes: str, said: dict[str, str], cells: tuple[tuple[str, str], ...], tracked: str
) -> Sample:
    long = " ".join(f"Phrase {number} du document long." for number in range(120))
    nested = paragraph("un", listed=(1, 0)) + paragraph("deux", listed=(1, 1)) + paragraph("trois", listed=(2, 0))
    body = (
        paragraph("Le parcours", style="Titre1")
        + paragraph(lead)
        + boxes
        + nested
        + table(*cells)
        + paragraph(tracked)
        + paragraph(long)
        + paragraph("Dit un porteur de projet", style="Citation")
    )
    kept = (
        f"Le parcours {lead} {'Ancre. ' * 3} {' '.join(said.values())} un deux trois "
        f"{' '.join(map(' '.join, cells))} "
        f"Le groupe se réunit en janvier. {long} Dit un porteur de projet"
    )
    data = docx(body, header1=paragraph("Brouillon du groupe"))
    return Sample("everything", data, kept, "attendait encore Brouillon du groupe")


ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_NAMESPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:table="{ODF}:table:1.0" '
    f'xmlns:draw="{ODF}:drawing:1.0" xmlns:style="{ODF}:style:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0" '
    f'xmlns:svg="{ODF}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt(body: str, styles: str = "", pages: str = "", media: dict[str, bytes] | None = None) -> bytes:
    """An OpenDocument text; `styles` are automatic ones, `pages` the master page's inside; `media` by path."""
    content = (
        f"<office:document-content {ODF_NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    master = (
        f"<office:document-styles {ODF_NAMESPACES}><office:master-styles><style:master-page>{pages}"
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    parts: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text"}
    return zipped(parts | {"content.xml": content, "styles.xml": master} | (media or {}))


def odt_sample() -> Sample:
    """One .odt with every trap."""
    styles = (
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        "</text:list-style>"
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>B.</dc:creator>"
        "</office:change-info><text:p>phrase retirée</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
        '<text:h text:outline-level="1">Le parcours</text:h>'
        '<text:p>Une <text:span text:style-name="T1">idée</text:span> se<text:s/>vérifie<text:line-break/>ici.'
        "<office:annotation><dc:creator>S.</dc:creator><text:p>à relire</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>source interne</text:p>"
        "</text:note-body></text:note></text:p>"
        "<text:p>Ancre.<draw:frame><draw:text-box><text:p>Encadré flottant</text:p></draw:text-box></draw:frame>"
        "<draw:frame><draw:image/><svg:desc>Une façade</svg:desc></draw:frame></text:p>"
        '<text:p><draw:frame><draw:image xlink:href="Pictures/a.svg"/><draw:image xlink:href="Pictures/a.png"/>'
        "<svg:title>Le jardin</svg:title></draw:frame></text:p>"
        '<text:p><draw:frame><draw:image xlink:href="https://ailleurs.example/b.png"/></draw:frame></text:p>'
        '<text:list text:style-name="L1"><text:list-item><text:p>un</text:p><text:list><text:list-item>'
        "<text:p>deux</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Structure</text:p></table:table-cell>"
        "<table:table-cell><text:p>Étape</text:p></table:table-cell></table:table-row></table:table>"
    )
    pages = "<style:header><text:p>Document de travail</text:p></style:header>"
    kept = "Le parcours Une idée se vérifie ici. Ancre. Encadré flottant Le jardin un deux Structure Étape"
    reported = "phrase retirée à relire source interne Une façade Document de travail"
    media = {"Pictures/a.svg": b"<svg/>", "Pictures/a.png": photograph()}
    return Sample("odt", odt(body, styles, pages, media), kept, f"{reported} https://ailleurs.example/b.png")
