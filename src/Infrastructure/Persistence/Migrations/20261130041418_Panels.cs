using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Panels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "groups",
                table: "frame_person",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'::jsonb");

            migrationBuilder.AddColumn<bool>(
                name: "is_youth",
                table: "frame",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "panel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    settings = table.Column<string>(type: "jsonb", nullable: false),
                    consent_version = table.Column<int>(type: "integer", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel", x => x.id);
                    table.ForeignKey(
                        name: "fk_panel_committee_committee_id",
                        column: x => x.committee_id,
                        principalTable: "committee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_panel_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "panel_membership",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: true),
                    alias = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    age_told = table.Column<int>(type: "integer", nullable: false),
                    age_told_on = table.Column<DateOnly>(type: "date", nullable: false),
                    background = table.Column<string>(type: "jsonb", nullable: false),
                    was_drawn = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    term_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    renewal_asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    consent_version = table.Column<int>(type: "integer", nullable: false),
                    consented_on = table.Column<DateOnly>(type: "date", nullable: false),
                    guardian_email = table.Column<string>(type: "text", nullable: false),
                    guardian_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    guardian_said_yes_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_membership", x => x.id);
                    table.ForeignKey(
                        name: "fk_panel_membership_panel_panel_id",
                        column: x => x.panel_id,
                        principalTable: "panel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "panel_wave",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    you_said = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    we_did = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    did_it_help = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_wave", x => x.id);
                    table.ForeignKey(
                        name: "fk_panel_wave_panel_panel_id",
                        column: x => x.panel_id,
                        principalTable: "panel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_panel_wave_survey_survey_id",
                        column: x => x.survey_id,
                        principalTable: "survey",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "panel_invitation",
                columns: table => new
                {
                    wave_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_invitation", x => new { x.wave_id, x.membership_id });
                    table.ForeignKey(
                        name: "fk_panel_invitation_panel_membership_membership_id",
                        column: x => x.membership_id,
                        principalTable: "panel_membership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_panel_invitation_panel_wave_wave_id",
                        column: x => x.wave_id,
                        principalTable: "panel_wave",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_panel_committee_id",
                table: "panel",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_programme_id",
                table: "panel",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_slug",
                table: "panel",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_invitation_membership_id",
                table: "panel_invitation",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_invitation_resident_id_day",
                table: "panel_invitation",
                columns: new[] { "resident_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_panel_membership_guardian_hash",
                table: "panel_membership",
                column: "guardian_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_membership_panel_id_alias",
                table: "panel_membership",
                columns: new[] { "panel_id", "alias" },
                unique: true,
                filter: "alias <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_panel_membership_panel_id_resident_id",
                table: "panel_membership",
                columns: new[] { "panel_id", "resident_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_wave_panel_id_number",
                table: "panel_wave",
                columns: new[] { "panel_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_wave_survey_id",
                table: "panel_wave",
                column: "survey_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "panel_invitation");

            migrationBuilder.DropTable(
                name: "panel_membership");

            migrationBuilder.DropTable(
                name: "panel_wave");

            migrationBuilder.DropTable(
                name: "panel");

            migrationBuilder.DropColumn(
                name: "groups",
                table: "frame_person");

            migrationBuilder.DropColumn(
                name: "is_youth",
                table: "frame");
        }
    }
}
