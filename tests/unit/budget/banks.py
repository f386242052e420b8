"""Bank statements made for the tests, in the forms in which banks give them."""

from __future__ import annotations

from decimal import Decimal

MEMO = "Loyer 850€ café Müller"
IBAN = "FR7630006000011234567890189"
CSV_AMOUNT = """Téléchargement du 03/11/2026;;;
Compte;FR76 3000 6000 0112 3456 7890 189;;
Solde (EUROS);1 234,56;;

Date opération;Date valeur;Libellé;Montant
02/11/2026;02/11/2026;VIR IMPRIMERIE EXEMPLE F-2026/1;-1 820,01
03/11/2026;03/11/2026;COTISATION Été « à » l’€;50,00
03/11/2026;03/11/2026;COTISATION Été « à » l’€;50,00
""".encode("cp1252")
CSV_DEBIT_CREDIT = (
    'Date;Référence;Libellé;Débit;Crédit\n02/11/2026;A1;"Chèque ; n° 12";-12,50;\n05/11/2026;A2;REMISE;;1.250,00\n'
).encode()


def camt(
    opening: str, entries: list[str], closing: str, *, pending: str = "", account: str = "FR7630006000011234567890189"
) -> bytes:
    """A CAMT.053.001.02 statement; each entry with a reference of the bank's own."""

    def balance(kind: str, amount: str) -> str:
        sign = "DBIT" if Decimal(amount) < 0 else "CRDT"
        return (
            f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>{abs(Decimal(amount))}</Amt>"
            f"<CdtDbtInd>{sign}</CdtDbtInd><Dt><Dt>2026-11-01</Dt></Dt></Bal>"
        )

    def entry(amount: str, at: int, status: str = "BOOK") -> str:
        sign = "DBIT" if Decimal(amount) < 0 else "CRDT"
        return (
            f"<Ntry><Amt Ccy='EUR'>{abs(Decimal(amount))}</Amt><CdtDbtInd>{sign}</CdtDbtInd><Sts>{status}</Sts>"
            f"<BookgDt><Dt>2026-11-0{at}</Dt></BookgDt><AcctSvcrRef>REF{at}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties>"
            "<Cdtr><Nm>Imprimerie Exemple</Nm></Cdtr></RltdPties><RmtInf><Ustrd>F-2026/1</Ustrd></RmtInf></TxDtls>"
            "</NtryDtls></Ntry>"
        )

    made = "".join(entry(one, at) for at, one in enumerate(entries, start=1))
    made += entry(pending, 9, "PDNG") if pending else ""
    return (
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><Stmt><Acct><Id><IBAN>"
        f"{IBAN}</IBAN></Id></Acct>{balance('OPBD', opening)}{balance('CLBD', closing)}{made}"
        "</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def ofx(
    amount: str = "-1 820,01", fitid: str = "20260617001", memo: str = "Loyer 850€ café Müller", more: str = ""
) -> bytes:
    """OFX 1.x as French banks write it: open tags, cp1252, a decimal comma, a zone in the date."""
    return (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n"
        "OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS>"
        "<DTSERVER>20260701<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS>"
        "<CURDEF>EUR<BANKACCTFROM><BANKID>30006<ACCTID>0112345678<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>"
        f"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260617120000[-03:EST]<TRNAMT>{amount}<FITID>{fitid}<NAME>VIR &amp; CO"
        f"<MEMO>{memo}</STMTTRN>{more}</BANKTRANLIST><LEDGERBAL><BALAMT>100,00<DTASOF>20260630</LEDGERBAL></STMTRS>"
        "</STMTTRNRS></BANKMSGSRSV1></OFX>"
    ).encode("cp1252")
