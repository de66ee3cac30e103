using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Surveys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "choice",
                table: "ballot_text",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "door",
                table: "ballot",
                type: "smallint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "programme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<int>(type: "integer", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "historic_figure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<string>(type: "text", nullable: false),
                    share = table.Column<double>(type: "double precision", nullable: false),
                    answers = table.Column<int>(type: "integer", nullable: false),
                    wording = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_historic_figure", x => x.id);
                    table.ForeignKey(
                        name: "fk_historic_figure_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "survey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    short_title = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    easy_swedish = table.Column<string>(type: "text", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_name = table.Column<string>(type: "text", nullable: false),
                    contact_phone = table.Column<string>(type: "text", nullable: false),
                    eligibility = table.Column<string>(type: "text", nullable: false),
                    minimum_assurance = table.Column<int>(type: "integer", nullable: false),
                    mode = table.Column<int>(type: "integer", nullable: false),
                    high_protection = table.Column<bool>(type: "boolean", nullable: false),
                    design = table.Column<int>(type: "integer", nullable: false),
                    invited_count = table.Column<int>(type: "integer", nullable: true),
                    population_count = table.Column<int>(type: "integer", nullable: true),
                    other_ways = table.Column<string>(type: "text", nullable: false),
                    privacy_text = table.Column<string>(type: "text", nullable: false),
                    languages = table.Column<string>(type: "jsonb", nullable: false),
                    breakdowns = table.Column<string>(type: "jsonb", nullable: false),
                    row_export = table.Column<bool>(type: "boolean", nullable: false),
                    answers_open_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    results_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    promised_at = table.Column<DateOnly>(type: "date", nullable: true),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    edition = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_for_review_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state_reason = table.Column<string>(type: "text", nullable: false),
                    state_decided_by = table.Column<string>(type: "text", nullable: false),
                    state_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    manifest_json = table.Column<string>(type: "text", nullable: true),
                    manifest_hash = table.Column<string>(type: "text", nullable: true),
                    edited_by = table.Column<string>(type: "text", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey", x => x.id);
                    table.ForeignKey(
                        name: "fk_survey_committee_committee_id",
                        column: x => x.committee_id,
                        principalTable: "committee",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_survey_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programme",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "published_survey",
                columns: table => new
                {
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_survey", x => x.survey_id);
                    table.ForeignKey(
                        name: "fk_published_survey_survey_survey_id",
                        column: x => x.survey_id,
                        principalTable: "survey",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unit_comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_comment", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_comment_service_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_unit_comment_survey_survey_id",
                        column: x => x.survey_id,
                        principalTable: "survey",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_historic_figure_programme_id_indicator",
                table: "historic_figure",
                columns: new[] { "programme_id", "indicator" });

            migrationBuilder.CreateIndex(
                name: "ix_programme_slug",
                table: "programme",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_unit_slug",
                table: "service_unit",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_survey_committee_id",
                table: "survey",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_programme_id",
                table: "survey",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_slug",
                table: "survey",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_comment_survey_id_unit_id",
                table: "unit_comment",
                columns: new[] { "survey_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_comment_unit_id",
                table: "unit_comment",
                column: "unit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "historic_figure");

            migrationBuilder.DropTable(
                name: "published_survey");

            migrationBuilder.DropTable(
                name: "unit_comment");

            migrationBuilder.DropTable(
                name: "service_unit");

            migrationBuilder.DropTable(
                name: "survey");

            migrationBuilder.DropTable(
                name: "programme");

            migrationBuilder.DropColumn(
                name: "choice",
                table: "ballot_text");

            migrationBuilder.DropColumn(
                name: "door",
                table: "ballot");
        }
    }
}
