"""Headings that platforms write in the language of the survey's maker: role -> folded headings."""

STARTED = frozenset((
    "startzeit", "heure de début", "hora de inicio", "ora di inizio", "godzina rozpoczęcia", "begintijd",
    "amser dechrau",
))  # fmt: skip
ENDED = frozenset((
    "fertigstellungszeit", "heure de fin", "hora de finalización", "ora di completamento", "godzina ukończenia",
    "tijd van voltooien", "amser cwblhau",
))  # fmt: skip
STAMPS = frozenset((
    "timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data/hora", "tijdstempel", "tidsstempel",
    "sygnatura czasowa", "informazioni cronologiche", "tidstämpel", "aikaleima", "časová značka", "stamp amser",
))  # fmt: skip
SUBMITTED = frozenset((
    "submitdate", "date submitted", "datum abgeschickt", "date de soumission", "fecha de envío", "data invio",
    "data wysłania",
))  # fmt: skip
RESPONSES = frozenset((
    "response", "open-ended response", "open ended response", "antwort", "offene beantwortung", "réponse",
    "réponse ouverte", "respuesta", "respuesta abierta", "risposta", "odpowiedź", "antwoord", "ymateb",
))  # fmt: skip
_BY_ROLE = {
    "id": "antwort id; antwort-id; id de la réponse; id de respuesta; id risposta; id odpowiedzi",
    "date": "datum abgeschickt; datum gestartet; datum der letzten aktivität; datum letzte aktivität; date de "
    "soumission; date de lancement; date de la dernière action; fecha de envío; fecha de inicio; fecha de la última "
    "acción; data invio; data inizio; data wysłania; data rozpoczęcia",
    "other": "letzte seite; start-sprache; zufallsstartwert; dernière page; langue de départ; tête de série; "
    "última página; lenguaje inicial; semilla; ultima pagina; lingua iniziale; ostatnia strona; język początkowy; "
    "url référente; url du référent; referenz-url; url de referencia; url referente",
    "personal": "ip-adresse; adresse ip; dirección ip; adresse de messagerie; correo electrónico; e-bost; nom; nombre; "
    "enw; adresse e-mail; adres e-mail; imię i nazwisko; vorname; nachname; indirizzo email",
}
FOREIGN = {text.strip(): role for role, texts in _BY_ROLE.items() for text in texts.split(";")}
FOREIGN |= dict.fromkeys(STARTED | ENDED | STAMPS, "date")
