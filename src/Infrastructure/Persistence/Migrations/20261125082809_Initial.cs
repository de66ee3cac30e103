using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Medborgardialog.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "answer_draft",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ballot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_tag = table.Column<byte[]>(type: "bytea", nullable: true),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    first_choices = table.Column<string>(type: "jsonb", nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "jsonb", nullable: true),
                    record_key = table.Column<long>(type: "bigint", nullable: false),
                    shuffled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ballot_cast",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idempotency_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_cast", x => new { x.consultation_id, x.idempotency_hash });
                });

            migrationBuilder.CreateTable(
                name: "ballot_text",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_key = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "committee",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    meetings = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultation_key",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_key", x => x.consultation_id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "participation",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participation", x => new { x.consultation_id, x.participant_id });
                });

            migrationBuilder.CreateTable(
                name: "picture",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    dark_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_picture", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "population",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    variable = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_population", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "questionnaire",
                columns: table => new
                {
                    dialogue_id = table.Column<Guid>(type: "uuid", nullable: false),
                    questions = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questionnaire", x => x.dialogue_id);
                });

            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    progress = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    model = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resident",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resident", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sealed_box",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drafts_left = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_box", x => x.consultation_id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    is_used = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_code", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_member",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string>(type: "jsonb", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    short_title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    background = table.Column<string>(type: "text", nullable: false),
                    easy_swedish = table.Column<string>(type: "text", nullable: false),
                    influence = table.Column<int>(type: "integer", nullable: true),
                    can_influence = table.Column<string>(type: "jsonb", nullable: false),
                    already_decided = table.Column<string>(type: "jsonb", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    eligibility = table.Column<string>(type: "text", nullable: false),
                    eligible_count = table.Column<int>(type: "integer", nullable: true),
                    minimum_assurance = table.Column<int>(type: "integer", nullable: false),
                    mode = table.Column<int>(type: "integer", nullable: false),
                    high_protection = table.Column<bool>(type: "boolean", nullable: false),
                    other_ways = table.Column<string>(type: "text", nullable: false),
                    privacy_text = table.Column<string>(type: "text", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: false),
                    contact_phone = table.Column<string>(type: "text", nullable: false),
                    aspect_names = table.Column<string>(type: "jsonb", nullable: false),
                    card_aspects = table.Column<int>(type: "integer", nullable: false),
                    talk_opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answers_open_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    results_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    promised_at = table.Column<DateOnly>(type: "date", nullable: true),
                    moderator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    deputy_moderator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ticked_checks = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_for_review_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state_reason = table.Column<string>(type: "text", nullable: false),
                    state_decided_by = table.Column<string>(type: "text", nullable: false),
                    state_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_until = table.Column<DateOnly>(type: "date", nullable: true),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    manifest_json = table.Column<string>(type: "text", nullable: true),
                    manifest_hash = table.Column<string>(type: "text", nullable: true),
                    new_promised_at = table.Column<DateOnly>(type: "date", nullable: true),
                    edited_by = table.Column<string>(type: "text", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultation_committee_committee_id",
                        column: x => x.committee_id,
                        principalTable: "committee",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "report_file",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_file", x => new { x.report_id, x.format });
                    table.ForeignKey(
                        name: "fk_report_file_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_following",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_following", x => new { x.consultation_id, x.resident_id });
                    table.ForeignKey(
                        name: "fk_consultation_following_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_following_resident_resident_id",
                        column: x => x.resident_id,
                        principalTable: "resident",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    was = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    becomes = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    was_day = table.Column<DateOnly>(type: "date", nullable: true),
                    becomes_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultation_notice_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_option",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    idea = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    short_hint = table.Column<string>(type: "text", nullable: false),
                    aspects = table.Column<string>(type: "jsonb", nullable: false),
                    picture_id = table.Column<Guid>(type: "uuid", nullable: true),
                    picture_text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_option", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultation_option_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_option_picture_picture_id",
                        column: x => x.picture_id,
                        principalTable: "picture",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "decision_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<string>(type: "jsonb", nullable: false),
                    follow_ups = table.Column<string>(type: "jsonb", nullable: false),
                    history = table.Column<string>(type: "jsonb", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    changed = table.Column<bool>(type: "boolean", nullable: true),
                    changed_what = table.Column<string>(type: "text", nullable: false),
                    reservations = table.Column<string>(type: "text", nullable: false),
                    meeting_day = table.Column<DateOnly>(type: "date", nullable: true),
                    paragraph = table.Column<string>(type: "text", nullable: false),
                    registration_number = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_feedback", x => x.id);
                    table.ForeignKey(
                        name: "fk_decision_feedback_committee_committee_id",
                        column: x => x.committee_id,
                        principalTable: "committee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_decision_feedback_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "talk_theme",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_talk_theme", x => x.id);
                    table.ForeignKey(
                        name: "fk_talk_theme_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "talk_thread",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    option_letter = table.Column<string>(type: "text", nullable: true),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    last_number = table.Column<int>(type: "integer", nullable: false),
                    post_count = table.Column<int>(type: "integer", nullable: false),
                    latest_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_answered_by_official = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_talk_thread", x => x.id);
                    table.ForeignKey(
                        name: "fk_talk_thread_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    thread_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    reply_to = table.Column<Guid>(type: "uuid", nullable: true),
                    under_number = table.Column<int>(type: "integer", nullable: true),
                    reply_to_name = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: false),
                    author_title = table.Column<string>(type: "text", nullable: true),
                    is_official = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    hidden_rule = table.Column<int>(type: "integer", nullable: true),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_restored = table.Column<bool>(type: "boolean", nullable: false),
                    changed_sequence = table.Column<long>(type: "bigint", nullable: false),
                    good = table.Column<int>(type: "integer", nullable: false),
                    thoughtful = table.Column<int>(type: "integer", nullable: false),
                    theme_ids = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_talk_thread_thread_id",
                        column: x => x.thread_id,
                        principalTable: "talk_thread",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaint",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaint", x => new { x.post_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_complaint_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "moderation_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    thread_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    flags = table.Column<string>(type: "jsonb", nullable: false),
                    complaints = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_by_name = table.Column<string>(type: "text", nullable: false),
                    taken_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation_case", x => x.id);
                    table.ForeignKey(
                        name: "fk_moderation_case_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "moderation_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    rule = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    text_then = table.Column<string>(type: "text", nullable: false),
                    moderator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    moderator_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_moderation_decision_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post_reaction",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_reaction", x => new { x.post_id, x.person_id, x.kind });
                    table.ForeignKey(
                        name: "fk_post_reaction_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_answer_draft_consultation_id",
                table: "answer_draft",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_subject_id_id",
                table: "audit_entry",
                columns: new[] { "subject_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_consultation_id_owner_tag",
                table: "ballot",
                columns: new[] { "consultation_id", "owner_tag" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_receipt",
                table: "ballot",
                column: "receipt");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_cast_receipt",
                table: "ballot_cast",
                column: "receipt");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_text_consultation_id",
                table: "ballot_text",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_committee_slug",
                table: "committee",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaint_person_id_at",
                table: "complaint",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_committee_id",
                table: "consultation",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_slug",
                table: "consultation",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_following_resident_id",
                table: "consultation_following",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_notice_consultation_id",
                table: "consultation_notice",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_option_consultation_id",
                table: "consultation_option",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_option_picture_id",
                table: "consultation_option",
                column: "picture_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_feedback_committee_id_state",
                table: "decision_feedback",
                columns: new[] { "committee_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_feedback_consultation_id",
                table: "decision_feedback",
                column: "consultation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_moderation_case_outcome_opened_at",
                table: "moderation_case",
                columns: new[] { "outcome", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_case_post_id",
                table: "moderation_case",
                column: "post_id",
                unique: true,
                filter: "outcome = 0");

            migrationBuilder.CreateIndex(
                name: "ix_moderation_decision_consultation_id",
                table: "moderation_decision",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_moderation_decision_post_id",
                table: "moderation_decision",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_try_at_id",
                table: "outbox",
                columns: new[] { "next_try_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_population_variable_category",
                table: "population",
                columns: new[] { "variable", "category" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_author_id_form_key",
                table: "post",
                columns: new[] { "author_id", "form_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_consultation_id",
                table: "post",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_thread_id_changed_sequence",
                table: "post",
                columns: new[] { "thread_id", "changed_sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_post_thread_id_number",
                table: "post",
                columns: new[] { "thread_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_consultation_id_version",
                table: "report",
                columns: new[] { "consultation_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_number_version",
                table: "report",
                columns: new[] { "number", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resident_email",
                table: "resident",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_code_email_created_at",
                table: "sign_in_code",
                columns: new[] { "email", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_member_object_id",
                table: "staff_member",
                column: "object_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_talk_theme_consultation_id",
                table: "talk_theme",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_talk_thread_consultation_id_number",
                table: "talk_thread",
                columns: new[] { "consultation_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answer_draft");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "ballot");

            migrationBuilder.DropTable(
                name: "ballot_cast");

            migrationBuilder.DropTable(
                name: "ballot_text");

            migrationBuilder.DropTable(
                name: "complaint");

            migrationBuilder.DropTable(
                name: "consultation_following");

            migrationBuilder.DropTable(
                name: "consultation_key");

            migrationBuilder.DropTable(
                name: "consultation_notice");

            migrationBuilder.DropTable(
                name: "consultation_option");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "decision_feedback");

            migrationBuilder.DropTable(
                name: "moderation_case");

            migrationBuilder.DropTable(
                name: "moderation_decision");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "participation");

            migrationBuilder.DropTable(
                name: "population");

            migrationBuilder.DropTable(
                name: "post_reaction");

            migrationBuilder.DropTable(
                name: "questionnaire");

            migrationBuilder.DropTable(
                name: "report_file");

            migrationBuilder.DropTable(
                name: "sealed_box");

            migrationBuilder.DropTable(
                name: "sign_in_code");

            migrationBuilder.DropTable(
                name: "staff_member");

            migrationBuilder.DropTable(
                name: "talk_theme");

            migrationBuilder.DropTable(
                name: "resident");

            migrationBuilder.DropTable(
                name: "picture");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "talk_thread");

            migrationBuilder.DropTable(
                name: "consultation");

            migrationBuilder.DropTable(
                name: "committee");
        }
    }
}
