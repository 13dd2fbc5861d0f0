"""policy.md as a tax-benefit system of OpenFisca: the same eleven variables, outcome and amount, in whole fen.

Written as its users write: a birth is a date, and the age is computed as OpenFisca's own country template does. With `packed` dates it is the
packed number that our columns hold, and the age one subtraction: no user of OpenFisca does so, but it is the fastest it can be. All else is
chosen for speed: money is a whole number (32 bits; a float32 would round), one role for everybody, no formula looks at a period but its own.
"""

import datetime


from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
import numpy

Person = build_entity(key="person", plural="persons", label="", is_person=True)
Household = build_entity(key="household", plural="households", label="", roles=[{"key": "member", "plural": "members"}])

values = {
    "last_day": 2025 << 9 | 12 << 5 | 31,
    "adult_age": 18,
    "elder_age": 60,
    "line_per_person": 180_000,
    "for_minor": 30_000,
    "for_elder": 20_000,
    "more_for_minor": 12_000,
    "more_for_elder": 8_050,
    "most": 60_000,
}


def variable(name, entity, value_type, formula=None, **more):
    body = {"value_type": value_type, "entity": entity, "definition_period": DateUnit.YEAR, "label": name, **more}
    if formula is not None:
        body["formula"] = formula
    return type(name, (Variable,), body)


def age(persons, period):
    birth = persons("birth", period)
    birth_year = birth.astype("datetime64[Y]").astype(int) + 1970
    birth_month = birth.astype("datetime64[M]").astype(int) % 12 + 1
    birth_day = (birth - birth.astype("datetime64[M]") + 1).astype(int)
    last = period.stop
    is_birthday_past = (birth_month < last.month) + (birth_month == last.month) * (birth_day <= last.day)
    return (last.year - birth_year) - numpy.where(is_birthday_past, 0, 1)


def age_of_packed(persons, period, parameters):
    return (parameters(period).last_day - persons("birth", period)) >> 9


def is_minor(persons, period, parameters):
    return persons("age", period) < parameters(period).adult_age


def is_elder(persons, period, parameters):
    return persons("age", period) >= parameters(period).elder_age


def household_size(households, period):
    return households.nb_persons()


def minors(households, period):
    return households.sum(households.members("isMinor", period))


def elders(households, period):
    return households.sum(households.members("isElder", period))


def household_income(households, period):
    return households.sum(households.members("income", period))


def income_line(households, period, parameters):
    return parameters(period).line_per_person * households("householdSize", period)


def is_poor(households, period):
    return households("householdIncome", period) <= households("incomeLine", period)


def supplement(households, period, parameters):
    rates = parameters(period)
    return rates.more_for_minor * households("minors", period) + rates.more_for_elder * households("elders", period)


def allowance(persons, period, parameters):
    rates = parameters(period)
    # Times a truth is faster than numpy.where or select.
    return persons("isMinor", period) * rates.for_minor + persons("isElder", period) * rates.for_elder


def eligible(persons, period):
    either = persons("isMinor", period) | persons("isElder", period)
    return persons("local", period) & persons.household("isPoor", period) & either


def amount(persons, period, parameters):
    whole = persons("allowance", period) + persons.household("supplement", period)
    return numpy.minimum(whole, parameters(period).most) * persons("eligible", period)


households_and_money = [
    variable("income", Person, int),
    variable("local", Person, bool),
    variable("isMinor", Person, bool, is_minor),
    variable("isElder", Person, bool, is_elder),
    variable("householdSize", Household, int, household_size),
    variable("minors", Household, int, minors),
    variable("elders", Household, int, elders),
    variable("householdIncome", Household, int, household_income),
    variable("incomeLine", Household, int, income_line),
    variable("isPoor", Household, bool, is_poor),
    variable("supplement", Household, int, supplement),
    variable("allowance", Person, int, allowance),
    variable("eligible", Person, bool, eligible),
    variable("amount", Person, int, amount),
]


def system(packed):
    """The system, and the names of the variables that are computed."""
    birth = variable("birth", Person, int if packed else datetime.date)
    variables = [birth, variable("age", Person, int, age_of_packed if packed else age), *households_and_money]
    built = TaxBenefitSystem([Person, Household])
    built.add_variables(*variables)
    built.parameters = ParameterNode(
        "", data={name: {"values": {"2025-01-01": {"value": value}}} for name, value in values.items()}
    )
    return built, [one.__name__ for one in variables if hasattr(one, "formula")]
