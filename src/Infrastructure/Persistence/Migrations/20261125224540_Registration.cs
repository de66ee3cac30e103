using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Registration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "entries_left",
                table: "sealed_box",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "registered_entry");

            migrationBuilder.DropTable(
                name: "registration_batch");

            migrationBuilder.DropTable(
                name: "registration_setup");

            migrationBuilder.DropColumn(
                name: "entries_left",
                table: "sealed_box");
        }
    }
}
