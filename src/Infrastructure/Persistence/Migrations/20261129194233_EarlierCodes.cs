using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class EarlierCodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "design",
                table: "historic_figure",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "letters_printed_at",
                table: "frame",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "earlier_code",
                columns: table => new
                {
                    selector = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_earlier_code", x => x.selector);
                    table.ForeignKey(
                        name: "fk_earlier_code_frame_person_person_id",
                        column: x => x.person_id,
                        principalTable: "frame_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_earlier_code_person_id",
                table: "earlier_code",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "earlier_code");

            migrationBuilder.DropColumn(
                name: "design",
                table: "historic_figure");

            migrationBuilder.DropColumn(
                name: "letters_printed_at",
                table: "frame");
        }
    }
}
