using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PanelReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "remind_on",
                table: "panel_invitation",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_invitation_remind_on",
                table: "panel_invitation",
                column: "remind_on",
                filter: "remind_on IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_panel_invitation_remind_on",
                table: "panel_invitation");

            migrationBuilder.DropColumn(
                name: "remind_on",
                table: "panel_invitation");
        }
    }
}
