using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FramesAndCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "code_try",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    key = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_try", x => new { x.kind, x.key });
                });

            migrationBuilder.CreateTable(
                name: "frame",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reference_date = table.Column<DateOnly>(type: "date", nullable: false),
                    youngest = table.Column<int>(type: "integer", nullable: true),
                    oldest = table.Column<int>(type: "integer", nullable: true),
                    areas = table.Column<string>(type: "jsonb", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    imported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    codes_issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    addresses_forgotten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frame", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frame_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    settings = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frame_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter_file",
                columns: table => new
                {
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    letters = table.Column<int>(type: "integer", nullable: false),
                    pdf = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kept_until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_file", x => x.dialogue_id);
                });

            migrationBuilder.CreateTable(
                name: "long_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    message_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_long_task", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frame_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    frame_id = table.Column<Guid>(type: "uuid", nullable: false),
                    age_band = table.Column<string>(type: "text", nullable: false),
                    area = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    contact = table.Column<string>(type: "jsonb", nullable: true),
                    selector = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    secret_salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    code_issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frame_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_frame_person_frame_frame_id",
                        column: x => x.frame_id,
                        principalTable: "frame",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_frame_dialogue_id",
                table: "frame",
                column: "dialogue_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_frame_draft_dialogue_id",
                table: "frame_draft",
                column: "dialogue_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_frame_person_frame_id",
                table: "frame_person",
                column: "frame_id");

            migrationBuilder.CreateIndex(
                name: "ix_frame_person_selector",
                table: "frame_person",
                column: "selector",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_long_task_subject_id_started_at",
                table: "long_task",
                columns: new[] { "subject_id", "started_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "code_try");

            migrationBuilder.DropTable(
                name: "frame_draft");

            migrationBuilder.DropTable(
                name: "frame_person");

            migrationBuilder.DropTable(
                name: "letter_file");

            migrationBuilder.DropTable(
                name: "long_task");

            migrationBuilder.DropTable(
                name: "frame");
        }
    }
}
