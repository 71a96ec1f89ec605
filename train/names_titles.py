"""Words before a person's name that are no part of it."""

TITLES = frozenset(
    "mr. mrs. ms. mr mrs ms miss president prime minister vice general gen. senator sen. sens. king queen pope "
    "dr. dr prof. professor foreign secretary defense chancellor prince princess lieutenant lt. colonel col. "
    "captain capt. major sgt. rep. representative gov. governor premier ambassador chief justice sheikh "
    "ayatollah grand sir lord lady archbishop cardinal bishop rev. reverend father admiral commander brigadier "
    "judge secretary-general deputy first emperor sultan state interior finance leader opposition spokesman "
    "director chairman president-elect mayor congressman congresswoman sunni shi'ite cleric rebel us u.s. "
    "attorney ex-president former then-president ceo".split()
)

NAME_PARTICLES = frozenset(("al", "bin", "de", "van", "von", "el", "abu", "al-"))


def after_titles(forms: list[str], start: int, end: int) -> int:
    """Where a person's name begins: `end` where there is nothing but titles."""
    while start < end and (forms[start].lower() in TITLES or is_small(forms[start])):
        start += 1
    return start


def is_small(form: str) -> bool:
    return form[0].islower() and form not in NAME_PARTICLES and not form.startswith("al-")
