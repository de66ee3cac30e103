using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class BankFormsAndSends : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_frame_person_frame_id",
                table: "frame_person");

            migrationBuilder.AddColumn<int>(
                name: "entries_left",
                table: "sealed_box",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_drawn",
                table: "frame_person",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "wants_no_messages",
                table: "frame_person",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "frozen_at",
                table: "frame",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sample_seed",
                table: "frame",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "sample_size",
                table: "frame",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bank_question",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    question = table.Column<string>(type: "jsonb", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_question", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registered_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    batch = table.Column<int>(type: "integer", nullable: false),
                    door = table.Column<int>(type: "integer", nullable: false),
                    first_sheet = table.Column<byte[]>(type: "bytea", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    second_sheet = table.Column<byte[]>(type: "bytea", nullable: true),
                    compared_by = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registered_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "registration_batch",
                columns: table => new
                {
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    door = table.Column<int>(type: "integer", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cast = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_batch", x => new { x.dialogue_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "registration_setup",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    twice_on_paper = table.Column<bool>(type: "boolean", nullable: false),
                    twice_on_phone = table.Column<bool>(type: "boolean", nullable: false),
                    begun_by = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    latest_batch = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_setup", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "send",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    texts = table.Column<string>(type: "jsonb", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    stop_reason = table.Column<int>(type: "integer", nullable: false),
                    planned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_send", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_picture",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: false),
                    picture_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_picture", x => x.id);
                    table.ForeignKey(
                        name: "fk_survey_picture_picture_picture_id",
                        column: x => x.picture_id,
                        principalTable: "picture",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_survey_picture_survey_survey_id",
                        column: x => x.survey_id,
                        principalTable: "survey",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "send_recipient",
                columns: table => new
                {
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    send_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    link_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    stop_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_send_recipient", x => new { x.dialogue_id, x.person_id, x.kind });
                    table.ForeignKey(
                        name: "fk_send_recipient_frame_person_person_id",
                        column: x => x.person_id,
                        principalTable: "frame_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_send_recipient_send_send_id",
                        column: x => x.send_id,
                        principalTable: "send",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_frame_person_frame_id_id",
                table: "frame_person",
                columns: new[] { "frame_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bank_question_key_version",
                table: "bank_question",
                columns: new[] { "key", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registered_entry_dialogue_id_batch",
                table: "registered_entry",
                columns: new[] { "dialogue_id", "batch" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_entry_dialogue_id_holder_id",
                table: "registered_entry",
                columns: new[] { "dialogue_id", "holder_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registration_setup_dialogue_id",
                table: "registration_setup",
                column: "dialogue_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_send_dialogue_id_kind",
                table: "send",
                columns: new[] { "dialogue_id", "kind" },
                unique: true,
                filter: "state <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_send_next_at",
                table: "send",
                column: "next_at",
                filter: "state < 2");

            migrationBuilder.CreateIndex(
                name: "ix_send_recipient_link_hash",
                table: "send_recipient",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_send_recipient_person_id",
                table: "send_recipient",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_send_recipient_send_id_state",
                table: "send_recipient",
                columns: new[] { "send_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_send_recipient_stop_hash",
                table: "send_recipient",
                column: "stop_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_survey_picture_picture_id",
                table: "survey_picture",
                column: "picture_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_picture_survey_id",
                table: "survey_picture",
                column: "survey_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_question");

            migrationBuilder.DropTable(
                name: "registered_entry");

            migrationBuilder.DropTable(
                name: "registration_batch");

            migrationBuilder.DropTable(
                name: "registration_setup");

            migrationBuilder.DropTable(
                name: "send_recipient");

            migrationBuilder.DropTable(
                name: "survey_picture");

            migrationBuilder.DropTable(
                name: "send");

            migrationBuilder.DropIndex(
                name: "ix_frame_person_frame_id_id",
                table: "frame_person");

            migrationBuilder.DropColumn(
                name: "entries_left",
                table: "sealed_box");

            migrationBuilder.DropColumn(
                name: "is_drawn",
                table: "frame_person");

            migrationBuilder.DropColumn(
                name: "wants_no_messages",
                table: "frame_person");

            migrationBuilder.DropColumn(
                name: "frozen_at",
                table: "frame");

            migrationBuilder.DropColumn(
                name: "sample_seed",
                table: "frame");

            migrationBuilder.DropColumn(
                name: "sample_size",
                table: "frame");

            migrationBuilder.CreateIndex(
                name: "ix_frame_person_frame_id",
                table: "frame_person",
                column: "frame_id");
        }
    }
}
