using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PanelsForget : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_panel_invitation_resident_id_day",
                table: "panel_invitation");

            migrationBuilder.AlterColumn<Guid>(
                name: "resident_id",
                table: "panel_invitation",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "recall_reason",
                table: "panel_draw",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "recalled_at",
                table: "panel_draw",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "seeds_taken_back",
                table: "panel_draw",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "ix_panel_invitation_resident_id_day",
                table: "panel_invitation",
                columns: new[] { "resident_id", "day" },
                filter: "resident_id IS NOT NULL");

            // The rows that are there have got their values; what comes is written by the application.
            migrationBuilder.Sql("ALTER TABLE panel_draw ALTER COLUMN recall_reason DROP DEFAULT, ALTER COLUMN seeds_taken_back DROP DEFAULT");

            // Those whose membership has ended are forgotten as they are from now on: 3 left, 4 expired.
            migrationBuilder.Sql("""
                UPDATE panel_invitation i SET resident_id = NULL, remind_on = NULL FROM panel_membership m WHERE m.id = i.membership_id AND m.state IN (3, 4);
                UPDATE panel_post p SET name = '' FROM panel_membership m WHERE m.id = p.member_id AND m.state IN (3, 4);
                UPDATE frame_person f SET age_band = '', area = '', unit = '', groups = '{}', selector = NULL, secret_salt = NULL, secret_hash = NULL, contact = NULL
                FROM panel_invitation i WHERE i.person_id = f.id AND i.resident_id IS NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_panel_invitation_resident_id_day",
                table: "panel_invitation");

            migrationBuilder.DropColumn(
                name: "recall_reason",
                table: "panel_draw");

            migrationBuilder.DropColumn(
                name: "recalled_at",
                table: "panel_draw");

            migrationBuilder.DropColumn(
                name: "seeds_taken_back",
                table: "panel_draw");

            migrationBuilder.AlterColumn<Guid>(
                name: "resident_id",
                table: "panel_invitation",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_invitation_resident_id_day",
                table: "panel_invitation",
                columns: new[] { "resident_id", "day" });
        }
    }
}
