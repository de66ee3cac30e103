using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RoutesAndOpenedThreads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_opened_by_post",
                table: "talk_thread",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Needed for the rows that are there; from now on the application says.
            migrationBuilder.Sql("ALTER TABLE talk_thread ALTER COLUMN is_opened_by_post DROP DEFAULT");

            migrationBuilder.AddColumn<string>(
                name: "experience",
                table: "questionnaire",
                type: "jsonb",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_opened_by_post",
                table: "talk_thread");

            migrationBuilder.DropColumn(
                name: "experience",
                table: "questionnaire");
        }
    }
}
