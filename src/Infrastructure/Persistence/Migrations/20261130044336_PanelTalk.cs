using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PanelTalk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_panel_topic_panel_id_number",
                table: "panel_topic",
                columns: new[] { "panel_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "panel_post");

            migrationBuilder.DropTable(
                name: "panel_topic");
        }
    }
}
