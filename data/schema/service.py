"""Demand on services, population, unit costs and figures others have published."""

from sqlalchemy import Column, Float, Index, Integer, String, Table, Text

from data.schema.base import key, metadata, period, traced

service_demand = Table(
    "service_demand", metadata, key(), *traced(), *period(),
    Column("service", String(32), nullable=False),
    Column("area_code", String(16), nullable=False),
    Column("age_band", String(16), nullable=False, server_default=""),
    Column("count", Float),  # empty where absent
    Column("absence", String(16)),  # missing, withheld, not_applicable: why there is no count
)
Index(
    "ix_service_demand_key",
    service_demand.c.service, service_demand.c.area_code, service_demand.c.period_start,
)  # fmt: skip

published_estimates = Table(
    "published_estimates", metadata, key(), *traced(), *period(),
    Column("source", String, nullable=False),
    Column("measure", String(32), nullable=False),
    Column("area_code", String(16), nullable=False),
    Column("value", Float, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("base", Integer),
    Column("mode", String(24)),
)

population = Table(
    "population", metadata, key(), *traced(), *period(),
    Column("area_code", String(16), nullable=False),
    Column("sex", String(16), nullable=False, server_default=""),
    Column("age_band", String(16), nullable=False, server_default=""),
    Column("unit", String(16), nullable=False, server_default="persons"),  # persons, households, standard
    Column("count", Float, nullable=False),
    Column("source", Text, nullable=False),
)

unit_costs = Table(
    "unit_costs", metadata, key(), *traced(),
    Column("code", String(16), nullable=False),
    Column("item", Text, nullable=False),
    Column("service", String(32)),
    Column("unit", String, nullable=False),
    Column("payer", String(64), nullable=False),
    Column("kind", String(12), nullable=False),  # fiscal, economic, social
    Column("low", Float),
    Column("central", Float),
    Column("high", Float),
    Column("price_year", Integer, nullable=False),
    Column("quality", String(8), nullable=False),
    Column("source", Text, nullable=False),
)
