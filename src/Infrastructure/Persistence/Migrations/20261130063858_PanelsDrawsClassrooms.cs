using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PanelsDrawsClassrooms : Migration
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
                name: "class_lesson",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    pupils = table.Column<string>(type: "jsonb", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    teacher_key_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    open_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_ticked = table.Column<bool>(type: "boolean", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_class_lesson", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "class_tally",
                columns: table => new
                {
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_class_tally", x => x.survey_id);
                });

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
                name: "panel_draw",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(65)", maxLength: 65, nullable: false),
                    settings = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    input = table.Column<byte[]>(type: "bytea", nullable: false),
                    input_fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    key_salt = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    key_fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    findings = table.Column<string>(type: "jsonb", nullable: false),
                    changes = table.Column<string>(type: "jsonb", nullable: false),
                    portfolio = table.Column<string>(type: "text", nullable: false),
                    portfolio_fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    outcome = table.Column<string>(type: "jsonb", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    computed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seed_source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    seed_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_input_open = table.Column<bool>(type: "boolean", nullable: false),
                    seed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    witness = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    seed_typed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    panel_position = table.Column<int>(type: "integer", nullable: false),
                    panel = table.Column<string>(type: "jsonb", nullable: false),
                    seat_changes = table.Column<string>(type: "jsonb", nullable: false),
                    reached = table.Column<string>(type: "jsonb", nullable: false),
                    contacts_forgotten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_draw", x => x.id);
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
                    drawn_person = table.Column<Guid>(type: "uuid", nullable: true),
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
                name: "panel_topic",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_for_ideas = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_topic", x => x.id);
                    table.ForeignKey(
                        name: "fk_panel_topic_panel_panel_id",
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
                name: "draw_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draw_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    contact = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draw_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_draw_person_panel_draw_draw_id",
                        column: x => x.draw_id,
                        principalTable: "panel_draw",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "draw_progress",
                columns: table => new
                {
                    draw_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    @fixed = table.Column<int>(name: "fixed", type: "integer", nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    panels = table.Column<int>(type: "integer", nullable: false),
                    floor = table.Column<double>(type: "double precision", nullable: false),
                    bound = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draw_progress", x => x.draw_id);
                    table.ForeignKey(
                        name: "fk_draw_progress_panel_draw_draw_id",
                        column: x => x.draw_id,
                        principalTable: "panel_draw",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "panel_post",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rule = table.Column<int>(type: "integer", nullable: true),
                    step = table.Column<int>(type: "integer", nullable: true),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_post", x => x.id);
                    table.ForeignKey(
                        name: "fk_panel_post_panel_membership_member_id",
                        column: x => x.member_id,
                        principalTable: "panel_membership",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_panel_post_panel_topic_topic_id",
                        column: x => x.topic_id,
                        principalTable: "panel_topic",
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
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    remind_on = table.Column<DateOnly>(type: "date", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "panel_slot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    wave_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_slot", x => x.id);
                    table.ForeignKey(
                        name: "fk_panel_slot_committee_committee_id",
                        column: x => x.committee_id,
                        principalTable: "committee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_panel_slot_panel_panel_id",
                        column: x => x.panel_id,
                        principalTable: "panel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_panel_slot_panel_wave_wave_id",
                        column: x => x.wave_id,
                        principalTable: "panel_wave",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_class_lesson_code",
                table: "class_lesson",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_class_lesson_survey_id",
                table: "class_lesson",
                column: "survey_id");

            migrationBuilder.CreateIndex(
                name: "ix_class_lesson_teacher_key_hash",
                table: "class_lesson",
                column: "teacher_key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_draw_person_draw_id_number",
                table: "draw_person",
                columns: new[] { "draw_id", "number" },
                unique: true);

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
                name: "ix_panel_draw_slug",
                table: "panel_draw",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_invitation_membership_id",
                table: "panel_invitation",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_invitation_remind_on",
                table: "panel_invitation",
                column: "remind_on",
                filter: "remind_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_panel_invitation_resident_id_day",
                table: "panel_invitation",
                columns: new[] { "resident_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_panel_membership_drawn_person",
                table: "panel_membership",
                column: "drawn_person",
                unique: true);

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
                name: "ix_panel_post_form_key",
                table: "panel_post",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_post_member_id",
                table: "panel_post",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_post_topic_id_state",
                table: "panel_post",
                columns: new[] { "topic_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_panel_slot_committee_id",
                table: "panel_slot",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_slot_panel_id_week",
                table: "panel_slot",
                columns: new[] { "panel_id", "week" },
                unique: true,
                filter: "state < 2");

            migrationBuilder.CreateIndex(
                name: "ix_panel_slot_wave_id",
                table: "panel_slot",
                column: "wave_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_topic_panel_id_number",
                table: "panel_topic",
                columns: new[] { "panel_id", "number" },
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
                name: "class_lesson");

            migrationBuilder.DropTable(
                name: "class_tally");

            migrationBuilder.DropTable(
                name: "draw_person");

            migrationBuilder.DropTable(
                name: "draw_progress");

            migrationBuilder.DropTable(
                name: "panel_invitation");

            migrationBuilder.DropTable(
                name: "panel_post");

            migrationBuilder.DropTable(
                name: "panel_slot");

            migrationBuilder.DropTable(
                name: "panel_draw");

            migrationBuilder.DropTable(
                name: "panel_membership");

            migrationBuilder.DropTable(
                name: "panel_topic");

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
