using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PanelDraws : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_draw_person_draw_id_number",
                table: "draw_person",
                columns: new[] { "draw_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_draw_slug",
                table: "panel_draw",
                column: "slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draw_person");

            migrationBuilder.DropTable(
                name: "draw_progress");

            migrationBuilder.DropTable(
                name: "panel_draw");
        }
    }
}
