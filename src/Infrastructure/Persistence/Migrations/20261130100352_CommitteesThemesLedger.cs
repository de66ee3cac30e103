using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CommitteesThemesLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "promise_changes",
                table: "survey",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<string>(
                name: "own_lead",
                table: "committee",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "on_paper",
                table: "ballot_text",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "units",
                table: "ballot_text",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "api_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    begins = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coding_set",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    sources = table.Column<string>(type: "jsonb", nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    second_share = table.Column<int>(type: "integer", nullable: false),
                    released_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    released_by_name = table.Column<string>(type: "text", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coding_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "goal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    committees = table.Column<string>(type: "jsonb", nullable: false),
                    measures = table.Column<string>(type: "jsonb", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "milestone",
                columns: table => new
                {
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    told = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestone", x => new { x.dialogue_id, x.kind, x.day });
                });

            migrationBuilder.CreateTable(
                name: "plan_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    responsible = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: true),
                    point_id = table.Column<Guid>(type: "uuid", nullable: true),
                    report = table.Column<string>(type: "text", nullable: false),
                    report_version = table.Column<int>(type: "integer", nullable: false),
                    figure = table.Column<string>(type: "text", nullable: false),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_item_committee_committee_id",
                        column: x => x.committee_id,
                        principalTable: "committee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planned_meeting",
                columns: table => new
                {
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    chosen_by = table.Column<string>(type: "text", nullable: false),
                    chosen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_meeting", x => x.dialogue_id);
                });

            migrationBuilder.CreateTable(
                name: "report_brief",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked = table.Column<string>(type: "jsonb", nullable: false),
                    edited_by = table.Column<string>(type: "text", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_brief", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coding_input",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    source_key = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_number = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    may_be_quoted = table.Column<bool>(type: "boolean", nullable: false),
                    is_drawn = table.Column<bool>(type: "boolean", nullable: false),
                    stems = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coding_input", x => x.id);
                    table.ForeignKey(
                        name: "fk_coding_input_coding_set_set_id",
                        column: x => x.set_id,
                        principalTable: "coding_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coding_theme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    wants = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    goal = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    named_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    named_by_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coding_theme", x => x.id);
                    table.ForeignKey(
                        name: "fk_coding_theme_coding_set_set_id",
                        column: x => x.set_id,
                        principalTable: "coding_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goal_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    goal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goal_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_goal_note_committee_committee_id",
                        column: x => x.committee_id,
                        principalTable: "committee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_goal_note_goal_goal_id",
                        column: x => x.goal_id,
                        principalTable: "goal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "theme_coding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "jsonb", nullable: false),
                    coder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    coder_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    is_replaced = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_theme_coding", x => x.id);
                    table.ForeignKey(
                        name: "fk_theme_coding_coding_input_input_id",
                        column: x => x.input_id,
                        principalTable: "coding_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "theme_quote",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_id = table.Column<Guid>(type: "uuid", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    chosen_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chosen_by_name = table.Column<string>(type: "text", nullable: false),
                    chosen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    checked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_by_name = table.Column<string>(type: "text", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_theme_quote", x => x.id);
                    table.ForeignKey(
                        name: "fk_theme_quote_coding_input_input_id",
                        column: x => x.input_id,
                        principalTable: "coding_input",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_theme_quote_coding_theme_theme_id",
                        column: x => x.theme_id,
                        principalTable: "coding_theme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_key_hash",
                table: "api_key",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coding_input_set_id_number",
                table: "coding_input",
                columns: new[] { "set_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coding_input_set_id_source_id",
                table: "coding_input",
                columns: new[] { "set_id", "source_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coding_input_source_id",
                table: "coding_input",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_coding_set_dialogue_id",
                table: "coding_set",
                column: "dialogue_id");

            migrationBuilder.CreateIndex(
                name: "ix_coding_theme_set_id",
                table: "coding_theme",
                column: "set_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_draft_created_at",
                table: "evidence_draft",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_goal_key",
                table: "goal",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_goal_note_committee_id_goal_id_month",
                table: "goal_note",
                columns: new[] { "committee_id", "goal_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_goal_note_goal_id",
                table: "goal_note",
                column: "goal_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_item_committee_id",
                table: "plan_item",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_brief_dialogue_id",
                table: "report_brief",
                column: "dialogue_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_theme_coding_input_id_round",
                table: "theme_coding",
                columns: new[] { "input_id", "round" },
                unique: true,
                filter: "NOT is_replaced");

            migrationBuilder.CreateIndex(
                name: "ix_theme_coding_set_id",
                table: "theme_coding",
                column: "set_id");

            migrationBuilder.CreateIndex(
                name: "ix_theme_quote_input_id",
                table: "theme_quote",
                column: "input_id");

            migrationBuilder.CreateIndex(
                name: "ix_theme_quote_public_id",
                table: "theme_quote",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_theme_quote_set_id",
                table: "theme_quote",
                column: "set_id");

            migrationBuilder.CreateIndex(
                name: "ix_theme_quote_theme_id_input_id",
                table: "theme_quote",
                columns: new[] { "theme_id", "input_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_key");

            migrationBuilder.DropTable(
                name: "evidence_draft");

            migrationBuilder.DropTable(
                name: "goal_note");

            migrationBuilder.DropTable(
                name: "milestone");

            migrationBuilder.DropTable(
                name: "plan_item");

            migrationBuilder.DropTable(
                name: "planned_meeting");

            migrationBuilder.DropTable(
                name: "report_brief");

            migrationBuilder.DropTable(
                name: "theme_coding");

            migrationBuilder.DropTable(
                name: "theme_quote");

            migrationBuilder.DropTable(
                name: "goal");

            migrationBuilder.DropTable(
                name: "coding_input");

            migrationBuilder.DropTable(
                name: "coding_theme");

            migrationBuilder.DropTable(
                name: "coding_set");

            migrationBuilder.DropColumn(
                name: "promise_changes",
                table: "survey");

            migrationBuilder.DropColumn(
                name: "own_lead",
                table: "committee");

            migrationBuilder.DropColumn(
                name: "on_paper",
                table: "ballot_text");

            migrationBuilder.DropColumn(
                name: "units",
                table: "ballot_text");
        }
    }
}
