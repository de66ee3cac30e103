using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PanelLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "drawn_person",
                table: "panel_membership",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_membership_drawn_person",
                table: "panel_membership",
                column: "drawn_person",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_panel_membership_drawn_person",
                table: "panel_membership");

            migrationBuilder.DropColumn(
                name: "drawn_person",
                table: "panel_membership");
        }
    }
}
