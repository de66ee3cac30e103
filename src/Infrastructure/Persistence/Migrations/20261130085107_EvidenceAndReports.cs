using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class EvidenceAndReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_decision_feedback_consultation_consultation_id",
                table: "decision_feedback");

            migrationBuilder.RenameColumn(
                name: "consultation_id",
                table: "report",
                newName: "dialogue_id");

            migrationBuilder.RenameIndex(
                name: "ix_report_consultation_id_version",
                table: "report",
                newName: "ix_report_dialogue_id_version");

            migrationBuilder.RenameColumn(
                name: "consultation_id",
                table: "decision_feedback",
                newName: "dialogue_id");

            migrationBuilder.RenameIndex(
                name: "ix_decision_feedback_consultation_id",
                table: "decision_feedback",
                newName: "ix_decision_feedback_dialogue_id");

            // From version 18 PostgreSQL names what says NOT NULL after its column, and keeps the name when the column gets another.
            migrationBuilder.Sql("""
                DO $$ BEGIN
                    IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'report_consultation_id_not_null') THEN
                        ALTER TABLE report RENAME CONSTRAINT report_consultation_id_not_null TO report_dialogue_id_not_null;
                    END IF;
                    IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'decision_feedback_consultation_id_not_null') THEN
                        ALTER TABLE decision_feedback RENAME CONSTRAINT decision_feedback_consultation_id_not_null TO decision_feedback_dialogue_id_not_null;
                    END IF;
                END $$
                """);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "cut_off",
                table: "report",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "kind",
                table: "report",
                type: "integer",
                nullable: false,
                defaultValue: 1);


            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "stale_at",
                table: "report",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stale_why",
                table: "report",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "report",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_by",
                table: "report",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_why",
                table: "report",
                type: "text",
                nullable: false,
                defaultValue: "");

            // Every report so far is about a rådslag; those to come say what they are about.
            migrationBuilder.Sql("""
                ALTER TABLE report ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN stale_why DROP DEFAULT,
                    ALTER COLUMN withdrawn_by DROP DEFAULT, ALTER COLUMN withdrawn_why DROP DEFAULT
                """);

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_kind = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false),
                    source_address = table.Column<string>(type: "text", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    key = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    label = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    perspective = table.Column<int>(type: "integer", nullable: true),
                    service = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: true),
                    denominator = table.Column<int>(type: "integer", nullable: true),
                    at_least_percent = table.Column<int>(type: "integer", nullable: true),
                    rounding_base = table.Column<int>(type: "integer", nullable: false),
                    design = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_evidence",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_evidence", x => new { x.report_id, x.row_id });
                    table.ForeignKey(
                        name: "fk_report_evidence_evidence_row_id",
                        column: x => x.row_id,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_report_evidence_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_committee_id",
                table: "evidence",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_service_from",
                table: "evidence",
                columns: new[] { "service", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_source_id_key_revision",
                table: "evidence",
                columns: new[] { "source_id", "key", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_evidence_row_id",
                table: "report_evidence",
                column: "row_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report_evidence");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropColumn(
                name: "cut_off",
                table: "report");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "report");

            migrationBuilder.DropColumn(
                name: "stale_at",
                table: "report");

            migrationBuilder.DropColumn(
                name: "stale_why",
                table: "report");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "report");

            migrationBuilder.DropColumn(
                name: "withdrawn_by",
                table: "report");

            migrationBuilder.DropColumn(
                name: "withdrawn_why",
                table: "report");

            migrationBuilder.RenameColumn(
                name: "dialogue_id",
                table: "report",
                newName: "consultation_id");

            migrationBuilder.RenameIndex(
                name: "ix_report_dialogue_id_version",
                table: "report",
                newName: "ix_report_consultation_id_version");

            migrationBuilder.RenameColumn(
                name: "dialogue_id",
                table: "decision_feedback",
                newName: "consultation_id");

            migrationBuilder.RenameIndex(
                name: "ix_decision_feedback_dialogue_id",
                table: "decision_feedback",
                newName: "ix_decision_feedback_consultation_id");

            migrationBuilder.AddForeignKey(
                name: "fk_decision_feedback_consultation_consultation_id",
                table: "decision_feedback",
                column: "consultation_id",
                principalTable: "consultation",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
