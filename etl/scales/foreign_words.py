"""Answers of scales in Welsh, German, French, Spanish, Polish and Italian, each with what it says in English.

A language has words of degree and words of what is felt, put together as it puts them, and answers that stand alone.
Written as "English: its wording|another; …", without accents, as they are compared. "plain" is no word of degree.
"""

from collections.abc import Mapping


def _entries(text: str) -> Mapping[str, tuple[str, ...]]:
    """English -> the wordings."""
    pairs = (entry.partition(": ") for entry in " ".join(text.split()).split("; "))
    return {english: tuple(each.strip() for each in wordings.split("|")) for english, _, wordings in pairs}


# language -> English degree -> its words; * stands where what is felt stands
DEGREES = {
    "German": _entries(
        """
very: sehr|ausserst; fairly: eher|ziemlich|recht; plain: ; not very: nicht sehr|weniger|kaum; not at all:
uberhaupt nicht|gar nicht; not: nicht; completely: vollig|vollkommen|voll und ganz; somewhat:
etwas|teilweise|massig|mittelmassig|mittel
"""
    ),
    "French": _entries(
        """
very: tres|extremement; fairly: plutot|assez; plain: ; not very: pas tres|peu; not at all: pas du tout; not:
pas; completely: tout a fait|totalement|entierement; fairly not: plutot pas
"""
    ),
    "Spanish": _entries(
        """
very: muy|sumamente; fairly: bastante|algo; plain: ; not very: poco|no muy; not at all: nada|para nada; not: no;
completely: totalmente|completamente
"""
    ),
    "Polish": _entries(
        """
very: bardzo; fairly: raczej|dosc; plain: ; not very: niezbyt|malo; not at all: wcale nie|w ogole nie; not: nie;
completely: calkowicie|zdecydowanie; fairly not: raczej nie; completely not: zdecydowanie nie
"""
    ),
    "Italian": _entries(
        """
very: molto; fairly: abbastanza|piuttosto; plain: ; not very: poco; not at all: per niente; not: non;
completely: completamente|totalmente
"""
    ),
    "Welsh": _entries(
        """
very: iawn; fairly: eithaf|gweddol; plain: ; not very: ddim yn * iawn; not at all: ddim yn * o gwbl|ddim o gwbl
yn; not: ddim yn
"""
    ),
}
# language -> English word -> its forms
FELT = {
    "German": _entries(
        """
satisfied: zufrieden; dissatisfied: unzufrieden; important: wichtig; safe: sicher; unimportant: unwichtig;
unsafe: unsicher; good: gut; bad: schlecht; likely: wahrscheinlich; unlikely: unwahrscheinlich; easy:
einfach|leicht; difficult: schwierig|schwer; often: oft|haufig; strong: stark; agree: einverstanden; happy:
glucklich; useful: hilfreich|nutzlich; interested: interessant|interessiert
"""
    ),
    "French": _entries(
        """
satisfied: satisfait|satisfaite|satisfaits; dissatisfied: insatisfait|insatisfaite|mecontent; important:
important|importante; safe: en securite|sur; good: bon|bonne|bien; bad: mauvais|mauvaise|mal; likely: probable;
unlikely: improbable; easy: facile; difficult: difficile; often: souvent; agree: d'accord|en accord; disagree:
en desaccord; useful: utile; confident: confiant|confiante
"""
    ),
    "Spanish": _entries(
        """
satisfied: satisfecho|satisfecha; dissatisfied: insatisfecho|insatisfecha; important: importante; unimportant:
sin importancia; safe: seguro|segura; unsafe: inseguro|insegura; good: bueno|buena|bien|bueno(a); bad:
malo|mala|mal; likely: probable; unlikely: improbable; easy: facil; difficult: dificil; agree: de acuerdo;
disagree: en desacuerdo; useful: util; often: a menudo
"""
    ),
    "Polish": _entries(
        """
satisfied: zadowolony|zadowolona; dissatisfied: niezadowolony|niezadowolona; important: wazne|wazny|wazna;
unimportant: niewazne; safe: bezpiecznie|bezpieczny|bezpieczna; unsafe: niebezpiecznie; good:
dobrze|dobry|dobra; bad: zle|zly|zla; likely: prawdopodobne; unlikely: nieprawdopodobne; easy:
latwo|latwe|latwy; difficult: trudno|trudne|trudny; often: czesto; agree: sie zgadzam|zgadzam sie|tak; disagree:
sie nie zgadzam|nie zgadzam sie
"""
    ),
    "Italian": _entries(
        """
satisfied: soddisfatto|soddisfatta; dissatisfied: insoddisfatto|insoddisfatta; important: importante; safe:
sicuro|sicura; good: buono|buona|bene; bad: cattivo|male; likely: probabile; agree: d'accordo; disagree: in
disaccordo; often: spesso
"""
    ),
    "Welsh": _entries(
        """
satisfied: bodlon|fodlon; dissatisfied: anfodlon; important: pwysig|bwysig; unimportant: dibwys; safe:
diogel|ddiogel; unsafe: anniogel; good: da|dda; bad: gwael|wael; likely: tebygol|debygol; unlikely: annhebygol;
easy: hawdd; difficult: anodd; agree: cytuno; disagree: anghytuno; often: aml
"""
    ),
}
# language -> English answer -> its wordings
WHOLE = {
    "German": _entries(
        """
yes: ja; no: nein; always: immer; often: oft|haufig; sometimes: manchmal|gelegentlich; rarely: selten;
occasionally: eher selten; very rarely: sehr selten; not at all: gar nicht|uberhaupt nicht; never:
nie|niemals; neutral: teils/teils|teils, teils|teils teils|weder noch|neutral|weder zufrieden noch
unzufrieden|stimme weder zu noch nicht zu|unentschieden; strongly agree: stimme voll und ganz zu|stimme
vollkommen zu|trifft voll und ganz zu|stimme voll zu|stimme vollstandig zu|stimme stark zu|trifft voll zu; agree: stimme
zu|trifft zu; tend to agree: stimme eher zu|trifft eher zu; tend to disagree: stimme eher nicht zu|trifft eher nicht zu|
lehne eher ab; disagree: stimme nicht zu|trifft nicht zu|lehne ab; strongly disagree: stimme uberhaupt nicht zu|stimme
gar nicht zu|trifft uberhaupt nicht zu|trifft gar nicht zu|lehne stark ab; average:
mittelmassig|mittel|befriedigend|durchschnittlich
"""
    ),
    "French": _entries(
        """
yes: oui; no: non; always: toujours; often: souvent; sometimes: parfois|quelquefois; rarely: rarement; never:
jamais; neutral: ni d'accord ni pas d'accord|neutre|ni d'accord, ni pas d'accord|ni satisfait ni insatisfait|ni
d'accord ni en desaccord|sans avis; average: moyen|moyenne
"""
    ),
    "Spanish": _entries(
        """
yes: si; no: no; always: siempre; often: a menudo|con frecuencia|frecuentemente|casi siempre; sometimes: a
veces|algunas veces; rarely: rara vez|raramente|casi nunca; never: nunca; neutral: ni de acuerdo ni en
desacuerdo|neutral|ni satisfecho ni insatisfecho|neutro|indiferente; average: regular|normal; a lot: mucho; a
little: un poco
"""
    ),
    "Polish": _entries(
        """
yes: tak; no: nie; always: zawsze; often: czesto; sometimes: czasami|czasem; rarely: rzadko; never: nigdy;
neutral: ani tak, ani nie|ani tak ani nie|ani zadowolony, ani niezadowolony|ani zadowolony ani
niezadowolony|neutralnie|obojetnie|ani sie zgadzam, ani sie nie zgadzam|ani sie zgadzam ani sie nie zgadzam;
average: srednio|przecietnie; strongly agree: zdecydowanie tak|zdecydowanie sie zgadzam|w pelni sie zgadzam;
tend to agree: raczej tak|raczej sie zgadzam; tend to disagree: raczej nie|raczej sie nie zgadzam; strongly
disagree: zdecydowanie nie|zdecydowanie sie nie zgadzam|calkowicie sie nie zgadzam
"""
    ),
    "Italian": _entries(
        """
yes: si; no: no; always: sempre; often: spesso; sometimes: a volte|talvolta; rarely: raramente; never: mai;
neutral: ne d'accordo ne in disaccordo|neutrale|ne soddisfatto ne insoddisfatto
"""
    ),
    "Welsh": _entries(
        """
yes: ydw|ie|oes|ydy|do; no: nac ydw|na|nac oes|nage|nac ydy|naddo; always: bob amser; often: yn aml; sometimes:
weithiau; rarely: anaml|yn anaml; never: byth; neutral: ddim yn cytuno nac yn anghytuno|niwtral|ddim yn fodlon
nac yn anfodlon|ddim yn cytuno nac anghytuno|ddim yn fodlon nac anfodlon|na'r naill na'r llall; strongly agree:
cytuno'n gryf|cytuno yn gryf; tend to agree: tueddu i gytuno|cytuno i raddau; tend to disagree: tueddu i
anghytuno; strongly disagree: anghytuno'n gryf|anghytuno yn gryf; good: da; very poor: gwael iawn; average:
gweddol
"""
    ),
}
NO_ANSWERS = _entries(
    """
don't know: weiss nicht|weiss ich nicht|ne sait pas|je ne sais pas|nsp|no sabe|no se|no lo se|ns/nc|ns|no sabe /
no contesta|no sabe/no contesta|nie wiem|trudno powiedziec|ddim yn gwybod|dim yn gwybod|non so|kann ich nicht
sagen|ne sait pas / sans opinion|ne se prononce pas|sans opinion|dim barn|brak zdania|ns / nc|ns-nc|weiss nicht
/ keine angabe; refused: keine angabe|mochte ich nicht sagen|je prefere ne pas repondre|prefere ne pas
repondre|ne souhaite pas repondre|prefiero no responder|prefiero no contestar|prefiero no decirlo|wole nie
odpowiadac|odmowa odpowiedzi|gwell gennyf beidio a dweud|gwell gen i beidio a dweud|preferisco non
rispondere|refus|verweigert|odmowa; no answer: keine antwort|sans reponse|pas de reponse|sin respuesta|no
contesta|brak odpowiedzi|dim ateb|nessuna risposta; not applicable: nicht zutreffend|entfallt|trifft auf mich
nicht zu|sans objet|non applicable|no aplica|no procede|nie dotyczy|amherthnasol|ddim yn berthnasol|non
applicabile
"""
)
