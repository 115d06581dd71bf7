"""The rules of the award benchmark in OpenFisca, on the same files.

usage: openfisca_awards.py LEDGER ANSWERS

Written as OpenFisca is meant to be used on many entities: claims are the persons, enterprises the groups,
inputs are arrays, formulas are vectors. Where NumPy can, a formula computes in int64 or float64; what a
variable holds is float32, since OpenFisca has no other numbers with a fraction.
"""

import sys
import time

start = time.perf_counter()

import datetime
import importlib.metadata
import json
import resource

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import YEAR
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2025"
Claim = build_entity("claim", "claims", "A fact that a clause may pay for", is_person=True)
Enterprise = build_entity(
    "enterprise", "enterprises", "Who is paid", roles=[{"key": "recipient", "plural": "recipients"}]
)


def enumeration(name, codes):
    return Enum(name, {code.replace("-", "_"): code for code in codes})


Form = enumeration("Form", ["company", "partnership", "sole-proprietorship", "individual-business",
                            "cooperative", "branch", "association", "institution", "government", "person"])
Severity = enumeration("Severity", ["none", "minor", "serious", "grave"])


def fen(yuan):
    return np.rint(yuan.astype(np.float64) * 100).astype(np.int64)


class clause(Variable):
    value_type = int
    entity = Claim
    definition_period = YEAR
    label = "Place of the clause that selects the fact"


class day(Variable):
    value_type = datetime.date
    entity = Claim
    definition_period = YEAR


class form(Variable):
    value_type = Enum
    possible_values = Form
    default_value = Form.company
    entity = Enterprise
    definition_period = YEAR


class incident_on(Variable):
    value_type = datetime.date
    entity = Enterprise
    definition_period = YEAR


class incident_severity(Variable):
    value_type = Enum
    possible_values = Severity
    default_value = Severity.none
    entity = Enterprise
    definition_period = YEAR


class is_payable(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "Neither a government body nor a person"

    def formula(enterprise, period, parameters):
        form = enterprise("form", period)
        return (form != Form.government) * (form != Form.person)


class is_vetoed(Variable):
    value_type = bool
    entity = Claim
    definition_period = YEAR
    label = "A serious incident within the years before the fact"

    def formula(claim, period, parameters):
        years = int(parameters(period).veto_years)
        day = claim("day", period)
        incident = claim.enterprise("incident_on", period)
        severity = claim.enterprise("incident_severity", period)
        month = day.astype("datetime64[M]")
        earlier = month - 12 * years
        # 29 February corresponds to the 28th.
        length = (earlier + 1).astype("datetime64[D]") - earlier.astype("datetime64[D]")
        place = np.minimum(day - month.astype("datetime64[D]"), length - np.timedelta64(1, "D"))
        first = earlier.astype("datetime64[D]") + place
        is_serious = (severity == Severity.serious) + (severity == Severity.grave)
        return is_serious * (incident >= first) * (incident <= day)


class is_eligible(Variable):
    value_type = bool
    entity = Claim
    definition_period = YEAR

    def formula(claim, period, parameters):
        return claim.enterprise("is_payable", period) * np.logical_not(claim("is_vetoed", period))


class worth(Variable):
    value_type = float
    entity = Claim
    definition_period = YEAR

    def formula(claim, period, parameters):
        amounts = parameters(period).amounts
        table = np.array([amounts[name] for name in sorted(amounts)])
        return table[claim("clause", period)] * claim("is_eligible", period)


class capped(Variable):
    value_type = float
    entity = Claim
    definition_period = YEAR
    label = "Paid in the order of clause, day and id until the enterprise's cap is reached"

    def formula(claim, period, parameters):
        cap = fen(np.array([parameters(period).cap]))[0]
        worth = fen(claim("worth", period))
        enterprise = claim.simulation.populations["enterprise"].members_entity_id
        # Facts come by id, and lexsort is stable.
        order = np.lexsort((claim("day", period), claim("clause", period), enterprise))
        sums = np.cumsum(worth[order])
        groups = enterprise[order]
        starts = np.flatnonzero(np.concatenate(([True], groups[1:] != groups[:-1])))
        sizes = np.diff(np.append(starts, groups.size))
        before = sums - worth[order]
        before -= np.repeat(before[starts], sizes)
        result = np.empty_like(worth)
        result[order] = np.clip(cap - before, 0, worth[order])
        return result / 100


class award(Variable):
    value_type = float
    entity = Claim
    definition_period = YEAR
    label = "The share of the pot, with the largest remainders rounded up"

    def formula(claim, period, parameters):
        pot = fen(np.array([parameters(period).pot]))[0]
        capped = fen(claim("capped", period))
        total = capped.sum()
        if total <= pot:
            return capped / 100
        exact = capped * (float(pot) / float(total))
        shares = np.floor(exact)
        left = int(pot - shares.sum())
        raised = np.lexsort((claim("clause", period), shares - exact))[:max(left, 0)]
        shares[raised] += 1
        return shares / 100


def yuan(text):
    text = text.replace(",", "").removesuffix("元")
    return float(text.removesuffix("万")) * (10_000 if text.endswith("万") else 1)


def lines(ledger, name):
    try:
        with open(f"{ledger}/{name}.jsonl", "rb") as file:
            yield from map(json.loads, file)
    except FileNotFoundError:
        return


def parameter(value):
    return {"values": {"2020-01-01": {"value": value}}}


class System(TaxBenefitSystem):
    def __init__(self, clauses):
        super().__init__([Claim, Enterprise])
        for variable in (clause, day, form, incident_on, incident_severity, is_payable, is_vetoed,
                         is_eligible, worth, capped, award):
            self.add_variable(variable)
        amounts = {}
        data = {"amounts": amounts}
        for line in clauses:
            arguments = line["arguments"]
            match line["operation"]:
                case "fixed": amounts[line["number"]] = parameter(yuan(arguments["amount"]))
                case "perRegistration": amounts[line["number"]] = parameter(yuan(arguments["each"]))
                case "noIncident": data["veto_years"] = parameter(arguments["years"])
                case "capPerEnterprise": data["cap"] = parameter(yuan(arguments["amount"]))
                case "pot": data["pot"] = parameter(yuan(arguments["amount"]))
        self.parameters = ParameterNode("", data={
            key: {f"clause_{n}": p for n, p in value.items()} if key == "amounts" else value
            for key, value in data.items()
        })


def read(ledger):
    """Reads the files into arrays; which clause selects which scheme is looked up here."""
    clauses = list(lines(ledger, "clauses"))
    levels = {line["id"]: line["level"] for line in lines(ledger, "schemes")}
    places, by_scheme, by_route = {}, {}, {}
    values = [c for c in clauses if c["operation"] in ("fixed", "perRegistration")]
    for place, c in enumerate(sorted(values, key=lambda c: f"clause_{c['number']}")):
        places[c["number"]] = place
        arguments = c["arguments"]
        if "route" in arguments:
            by_route[arguments["route"]] = place
        for scheme, level in levels.items():
            named = arguments.get("scheme", [])
            if scheme in ([named] if isinstance(named, str) else named) or arguments.get("level") == level:
                by_scheme[scheme] = place
    ids, days, owners, places = [], [], [], []
    for line in lines(ledger, "trademarks"):
        if line["registeredOn"].startswith(PERIOD) and line["status"] == "registered":
            ids.append(line["id"])
            days.append(line["registeredOn"])
            owners.append(line["owner"])
            places.append(by_route[line["route"]])
    for line in lines(ledger, "recognitions"):
        if line["awarded"].startswith(PERIOD):
            ids.append(line["id"])
            days.append(line["awarded"])
            owners.append(line["holder"])
            places.append(by_scheme[line["scheme"]])
    # A group without members has no place in a simulation.
    known = set(owners)
    index, forms = {}, []
    codes = {item.value: item.index for item in Form}
    for line in lines(ledger, "enterprises"):
        if line["id"] in known:
            index[line["id"]] = len(index)
            forms.append(codes[line["type"]])
    incidents = np.full(len(index), "1970-01-01", dtype="datetime64[D]")
    severities = np.zeros(len(index), dtype=np.uint8)
    codes = {item.value: item.index for item in Severity}
    for line in lines(ledger, "incidents"):
        place = index.get(line["enterprise"])
        if place is not None:
            incidents[place] = line["date"]
            severities[place] = codes[line["severity"]]
    return clauses, dict(
        ids=ids,
        day=np.array(days, dtype="datetime64[D]"),
        owner=np.array([index[owner] for owner in owners], dtype=np.int64),
        clause=np.array(places, dtype=np.int32),
        enterprises=len(index),
        form=np.array(forms, dtype=np.uint8),
        incident_on=incidents,
        incident_severity=severities,
    )


def compute(clauses, data):
    system = System(clauses)
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("claim", np.arange(len(data["ids"])))
    group = builder.declare_entity("enterprise", np.arange(data["enterprises"]))
    builder.join_with_persons(group, data["owner"], np.zeros(len(data["ids"]), dtype=np.int64))
    simulation = builder.build(system)
    for name in ("clause", "day", "incident_on"):
        simulation.set_input(name, PERIOD, data[name])
    simulation.set_input("form", PERIOD, EnumArray(data["form"], Form))
    simulation.set_input("incident_severity", PERIOD, EnumArray(data["incident_severity"], Severity))
    return simulation.calculate("award", PERIOD), simulation.calculate("is_eligible", PERIOD)


def main(ledger, answers):
    imported = time.perf_counter()
    clauses, data = read(ledger)
    loaded = time.perf_counter()
    amounts, eligible = compute(clauses, data)
    end = time.perf_counter()
    print("processor", round(time.process_time() * 1e6))
    print("OpenFisca-Core", importlib.metadata.version("OpenFisca-Core"))
    print("import", round((imported - start) * 1e6))
    print("read", round((loaded - imported) * 1e6))
    print("compute", round((end - loaded) * 1e6))
    print("total", round(float(amounts.sum()) * 100))
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    # Nothing left under the cap means not eligible, as here.
    rows = zip(data["ids"], fen(amounts).tolist())
    with open(answers, "w") as file:
        for name, amount in rows:
            file.write(f"{name}\t{'eligible' if amount else 'not-eligible'}\t{amount}\n")


main(sys.argv[1], sys.argv[2])
