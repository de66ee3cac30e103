using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Promises : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "promise_key",
                columns: table => new
                {
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sealed_key = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_key", x => x.dialogue_id);
                });

            migrationBuilder.CreateTable(
                name: "promise_quota",
                columns: table => new
                {
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept = table.Column<int>(type: "integer", nullable: false),
                    partly = table.Column<int>(type: "integer", nullable: false),
                    broken = table.Column<int>(type: "integer", nullable: false),
                    reasons = table.Column<int>(type: "integer", nullable: false),
                    told_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_quota", x => x.dialogue_id);
                });

            migrationBuilder.CreateTable(
                name: "promise_vote",
                columns: table => new
                {
                    tag = table.Column<byte[]>(type: "bytea", nullable: false),
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<int>(type: "integer", nullable: false),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_vote", x => x.tag);
                });

            migrationBuilder.CreateIndex(
                name: "ix_promise_vote_dialogue_id",
                table: "promise_vote",
                column: "dialogue_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "promise_key");

            migrationBuilder.DropTable(
                name: "promise_quota");

            migrationBuilder.DropTable(
                name: "promise_vote");
        }
    }
}
