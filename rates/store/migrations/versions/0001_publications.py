"""Publications, where they came from, what is known, what was corrected."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "origin",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
    )
    op.create_table(
        "publication",
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("currency", sa.String(3), primary_key=True),
        sa.Column("date", sa.Date, primary_key=True),
        sa.Column("nominal", sa.Integer, nullable=False),
        sa.Column("rate", sa.String, nullable=False),
        sa.Column("diff", sa.String),
        sa.Column("origin_id", sa.Integer, sa.ForeignKey("origin.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "known_span",
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("currency", sa.String(3), primary_key=True),
        sa.Column("first", sa.Date, primary_key=True),
        sa.Column("last", sa.Date, nullable=False),
    )
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("date", sa.Date, nullable=False),
        sa.Column("nominal", sa.Integer, nullable=False),
        sa.Column("rate", sa.String, nullable=False),
        sa.Column("diff", sa.String),
        sa.Column("origin_id", sa.Integer, sa.ForeignKey("origin.id"), nullable=False),
        sa.Column("replaced_by", sa.Integer, sa.ForeignKey("origin.id"), nullable=False),
        sa.ForeignKeyConstraint(
            ["source", "currency", "date"],
            ["publication.source", "publication.currency", "publication.date"],
        ),
    )
