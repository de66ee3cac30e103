using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ExperienceOfUsers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "experience",
                table: "questionnaire");
        }
    }
}
