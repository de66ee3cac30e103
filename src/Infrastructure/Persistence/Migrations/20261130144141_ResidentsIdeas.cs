using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ResidentsIdeas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "idea",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(90)", maxLength: 90, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    place = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    may_name = table.Column<bool>(type: "boolean", nullable: false),
                    wants_mail = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<int>(type: "integer", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    step = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<int>(type: "integer", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', text), 'D')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea", x => x.id);
                    table.ForeignKey(
                        name: "fk_idea_committee_committee_id",
                        column: x => x.committee_id,
                        principalTable: "committee",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_idea_resident_author_id",
                        column: x => x.author_id,
                        principalTable: "resident",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "idea_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    next_day = table.Column<DateOnly>(type: "date", nullable: true),
                    @for = table.Column<string>(name: "for", type: "character varying(1000)", maxLength: 1000, nullable: false),
                    against = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    outside = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    use = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    cost = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    responsible = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    decision = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_idea_entry_idea_idea_id",
                        column: x => x.idea_id,
                        principalTable: "idea",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idea_support",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_support", x => new { x.idea_id, x.resident_id });
                    table.ForeignKey(
                        name: "fk_idea_support_idea_idea_id",
                        column: x => x.idea_id,
                        principalTable: "idea",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_idea_support_resident_resident_id",
                        column: x => x.resident_id,
                        principalTable: "resident",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_idea_author_id_form_key",
                table: "idea",
                columns: new[] { "author_id", "form_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idea_committee_id",
                table: "idea",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_idea_number",
                table: "idea",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idea_state_due_on",
                table: "idea",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_idea_words",
                table: "idea",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "GIN");

            migrationBuilder.CreateIndex(
                name: "ix_idea_entry_idea_id_number",
                table: "idea_entry",
                columns: new[] { "idea_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idea_support_resident_id",
                table: "idea_support",
                column: "resident_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idea_entry");

            migrationBuilder.DropTable(
                name: "idea_support");

            migrationBuilder.DropTable(
                name: "idea");
        }
    }
}
