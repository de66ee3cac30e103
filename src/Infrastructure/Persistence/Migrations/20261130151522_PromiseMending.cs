using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PromiseMending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "refused_by_id",
                table: "idea",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "promise_reason",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_reason", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_promise_reason_dialogue_id",
                table: "promise_reason",
                column: "dialogue_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "promise_reason");

            migrationBuilder.DropColumn(
                name: "refused_by_id",
                table: "idea");
        }
    }
}
