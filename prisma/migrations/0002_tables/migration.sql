-- CreateTable
CREATE TABLE "attendance_marks" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "session_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "enrollment_id" UUID,
    "booking_id" UUID,
    "status" TEXT NOT NULL,
    "notes" TEXT,
    "method" TEXT NOT NULL DEFAULT 'MANUAL',
    "marked_by" UUID,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "attendance_marks_pkey" PRIMARY KEY ("center_id","session_id","student_id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "request_id" TEXT,
    "import_id" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "organization_audit_log" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "request_id" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "organization_audit_log_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "login_sessions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoke_reason" TEXT,
    "user_agent" TEXT,
    "ip" TEXT,

    CONSTRAINT "login_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_tokens" (
    "hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "parent_hash" TEXT,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refresh_tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "mailed_tokens" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailed_tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "throttles" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "resets_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "mailbox_messages" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mailbox_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batches" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "age_min" INTEGER,
    "age_max" INTEGER,
    "days_of_week" TEXT[],
    "start_time" TEXT NOT NULL,
    "end_time" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "batch_trainers" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "batch_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "batch_trainers_pkey" PRIMARY KEY ("center_id","batch_id","user_id")
);

-- CreateTable
CREATE TABLE "standing_places" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "batch_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "weekday" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "standing_places_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "centers" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "address" TEXT,
    "phone" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "centers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "center_settings" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,

    CONSTRAINT "center_settings_pkey" PRIMARY KEY ("center_id","version")
);

-- CreateTable
CREATE TABLE "closures" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "closures_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "class_sessions" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "batch_id" UUID,
    "name" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "start_time" TEXT NOT NULL,
    "end_time" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PUBLISHED',
    "trainer_user_id" UUID,
    "slot" TEXT,
    "cancel_reason" TEXT,
    "overbook_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "class_sessions_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "session_spots" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "session_id" UUID NOT NULL,
    "spot_no" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'free',
    "student_id" UUID,
    "hold_id" UUID,
    "booking_id" UUID,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_spots_pkey" PRIMARY KEY ("center_id","session_id","spot_no")
);

-- CreateTable
CREATE TABLE "bookings" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "session_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "enrollment_id" UUID,
    "lead_id" UUID,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'CONFIRMED',
    "spot_no" INTEGER NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "center_id" UUID,
    "name" TEXT NOT NULL,
    "plan_type" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'TERM',
    "price_minor" BIGINT NOT NULL,
    "visits_included" INTEGER,
    "validity_days" INTEGER,
    "freeze_days_allowed" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollments" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "student_id" UUID NOT NULL,
    "plan_id" UUID,
    "plan_name" TEXT NOT NULL,
    "plan_type" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE,
    "visits_included" INTEGER,
    "days_selected" TEXT[],
    "price_minor" BIGINT NOT NULL,
    "notes" TEXT,
    "renewed_from_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "expired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "enrollments_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "enrollment_batches" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "enrollment_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "enrollment_batches_pkey" PRIMARY KEY ("center_id","enrollment_id","batch_id")
);

-- CreateTable
CREATE TABLE "credit_lots" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "student_id" UUID NOT NULL,
    "enrollment_id" UUID,
    "quantity" INTEGER NOT NULL,
    "remaining" INTEGER NOT NULL,
    "expires_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "credit_lots_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "credit_entries" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lot_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "session_id" UUID,
    "student_id" UUID NOT NULL,
    "reverses_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,

    CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "outbox_events" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "handled_events" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "handler" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "handled_events_pkey" PRIMARY KEY ("center_id","handler","event_id")
);

-- CreateTable
CREATE TABLE "dead_letters" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "handler" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "replayed_at" TIMESTAMPTZ(3),
    "replayed_by" UUID,

    CONSTRAINT "dead_letters_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "center_nights" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "date" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "center_nights_pkey" PRIMARY KEY ("center_id","date")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "scope_id" UUID NOT NULL DEFAULT COALESCE((NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid, (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid),
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("scope_id","user_id","key")
);

-- CreateTable
CREATE TABLE "imports" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'UPLOADED',
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT,
    "delimiter" TEXT,
    "plan" JSONB NOT NULL DEFAULT '{}',
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "kept_rows" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "import_files" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "import_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "import_files_pkey" PRIMARY KEY ("center_id","import_id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "row_number" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "outcome" TEXT,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "student_id" UUID,
    "lead_id" UUID,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("center_id","import_id","position")
);

-- CreateTable
CREATE TABLE "invoice_counters" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "series" TEXT NOT NULL,
    "financial_year" TEXT NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "invoice_counters_pkey" PRIMARY KEY ("center_id","series","financial_year")
);

-- CreateTable
CREATE TABLE "invoices" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" TEXT NOT NULL,
    "series" TEXT NOT NULL DEFAULT '',
    "financial_year" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "student_id" UUID NOT NULL,
    "enrollment_id" UUID,
    "issued_on" DATE NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL DEFAULT 0,
    "tax_basis_points" INTEGER NOT NULL DEFAULT 0,
    "tax_name" TEXT NOT NULL DEFAULT 'Tax',
    "tax_minor" BIGINT NOT NULL DEFAULT 0,
    "total_minor" BIGINT NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "invoice_lines" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "unit_price_minor" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "discounts" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "requested_by" UUID,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reject_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "discounts_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "payments" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "student_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "reference" TEXT,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "refunds_payment_id" UUID,
    "reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "payment_allocations" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "payment_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "payment_allocations_pkey" PRIMARY KEY ("center_id","payment_id","invoice_id")
);

-- CreateTable
CREATE TABLE "leads" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "student_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'DISCOVERY',
    "status_since" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "source" TEXT NOT NULL,
    "discovery_notes" TEXT,
    "preferred_days" TEXT[],
    "preferred_times" TEXT[],
    "assigned_to_user_id" UUID,
    "dead_reason" TEXT,
    "dead_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "leads_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "intro_visits" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lead_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "class_session_id" UUID,
    "booking_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'SCHEDULED',
    "date" DATE NOT NULL,
    "start_time" TEXT NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "attended_at" TIMESTAMPTZ(3),
    "trainer_user_id" UUID,
    "outcome_notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "intro_visits_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lead_id" UUID,
    "enrollment_id" UUID,
    "student_id" UUID NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'CALL',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "assigned_to_user_id" UUID,
    "completed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "students" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "first_name" TEXT NOT NULL,
    "last_name" TEXT,
    "search_name" TEXT NOT NULL,
    "dob" DATE,
    "birth_year" INTEGER,
    "school" TEXT,
    "interests" TEXT[],
    "notes" TEXT,
    "medical_notes" TEXT,
    "archived_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "students_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "guardians" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "phone" TEXT,
    "phone_e164" TEXT,
    "phone_digits" TEXT,
    "email" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "guardians_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "family_links" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "student_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "relationship" TEXT NOT NULL,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "may_pick_up" BOOLEAN NOT NULL DEFAULT true,
    "may_book" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "family_links_pkey" PRIMARY KEY ("center_id","student_id","guardian_id")
);

-- CreateTable
CREATE TABLE "timeline_entries" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "student_id" UUID NOT NULL,
    "lead_id" UUID,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "amount_minor" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,

    CONSTRAINT "timeline_entries_pkey" PRIMARY KEY ("center_id","id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_norm" TEXT NOT NULL,
    "phone" TEXT,
    "password_hash" TEXT,
    "status" TEXT NOT NULL DEFAULT 'INVITED',
    "is_super_admin" BOOLEAN NOT NULL DEFAULT false,
    "last_seen_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "center_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.center_id'::text, true), ''::text))::uuid,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updated_by" UUID,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("center_id","user_id")
);

-- CreateIndex
CREATE INDEX "attendance_marks_center_id_student_id_marked_at_idx" ON "attendance_marks"("center_id", "student_id", "marked_at" DESC);

-- CreateIndex
CREATE INDEX "attendance_marks_center_id_enrollment_id_idx" ON "attendance_marks"("center_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "audit_log_center_id_at_id_idx" ON "audit_log"("center_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_log_center_id_entity_entity_id_idx" ON "audit_log"("center_id", "entity", "entity_id");

-- CreateIndex
CREATE INDEX "audit_log_center_id_import_id_idx" ON "audit_log"("center_id", "import_id");

-- CreateIndex
CREATE INDEX "organization_audit_log_organization_id_at_idx" ON "organization_audit_log"("organization_id", "at" DESC);

-- CreateIndex
CREATE INDEX "login_sessions_user_id_idx" ON "login_sessions"("user_id");

-- CreateIndex
CREATE INDEX "refresh_tokens_session_id_idx" ON "refresh_tokens"("session_id");

-- CreateIndex
CREATE INDEX "mailed_tokens_user_id_purpose_idx" ON "mailed_tokens"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "mailbox_messages_created_at_idx" ON "mailbox_messages"("created_at");

-- CreateIndex
CREATE INDEX "batches_center_id_name_idx" ON "batches"("center_id", "name");

-- CreateIndex
CREATE INDEX "batch_trainers_center_id_user_id_idx" ON "batch_trainers"("center_id", "user_id");

-- CreateIndex
CREATE INDEX "standing_places_center_id_batch_id_weekday_from_date_idx" ON "standing_places"("center_id", "batch_id", "weekday", "from_date");

-- CreateIndex
CREATE INDEX "standing_places_center_id_enrollment_id_idx" ON "standing_places"("center_id", "enrollment_id");

-- CreateIndex
CREATE UNIQUE INDEX "centers_organization_id_slug_key" ON "centers"("organization_id", "slug");

-- CreateIndex
CREATE INDEX "closures_center_id_to_date_idx" ON "closures"("center_id", "to_date");

-- CreateIndex
CREATE INDEX "class_sessions_center_id_date_start_time_idx" ON "class_sessions"("center_id", "date", "start_time");

-- CreateIndex
CREATE INDEX "class_sessions_center_id_trainer_user_id_date_idx" ON "class_sessions"("center_id", "trainer_user_id", "date");

-- CreateIndex
CREATE INDEX "class_sessions_center_id_batch_id_date_idx" ON "class_sessions"("center_id", "batch_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "class_sessions_center_id_batch_id_slot_key" ON "class_sessions"("center_id", "batch_id", "slot");

-- CreateIndex
CREATE INDEX "session_spots_center_id_student_id_idx" ON "session_spots"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "bookings_center_id_session_id_idx" ON "bookings"("center_id", "session_id");

-- CreateIndex
CREATE INDEX "bookings_center_id_student_id_idx" ON "bookings"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "bookings_center_id_enrollment_id_idx" ON "bookings"("center_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "bookings_center_id_lead_id_idx" ON "bookings"("center_id", "lead_id");

-- CreateIndex
CREATE INDEX "plans_organization_id_center_id_idx" ON "plans"("organization_id", "center_id");

-- CreateIndex
CREATE INDEX "enrollments_center_id_student_id_idx" ON "enrollments"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "enrollments_center_id_end_date_idx" ON "enrollments"("center_id", "end_date");

-- CreateIndex
CREATE INDEX "enrollments_center_id_plan_id_idx" ON "enrollments"("center_id", "plan_id");

-- CreateIndex
CREATE INDEX "enrollments_center_id_renewed_from_id_idx" ON "enrollments"("center_id", "renewed_from_id");

-- CreateIndex
CREATE INDEX "enrollment_batches_center_id_batch_id_idx" ON "enrollment_batches"("center_id", "batch_id");

-- CreateIndex
CREATE INDEX "credit_lots_center_id_student_id_idx" ON "credit_lots"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "credit_lots_center_id_enrollment_id_idx" ON "credit_lots"("center_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "credit_entries_center_id_lot_id_idx" ON "credit_entries"("center_id", "lot_id");

-- CreateIndex
CREATE INDEX "credit_entries_center_id_session_id_student_id_idx" ON "credit_entries"("center_id", "session_id", "student_id");

-- CreateIndex
CREATE INDEX "dead_letters_center_id_failed_at_idx" ON "dead_letters"("center_id", "failed_at" DESC);

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "imports_center_id_created_at_idx" ON "imports"("center_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "invoices_center_id_student_id_idx" ON "invoices"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "invoices_center_id_enrollment_id_idx" ON "invoices"("center_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "invoices_center_id_issued_on_idx" ON "invoices"("center_id", "issued_on" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "invoices_center_id_series_financial_year_sequence_key" ON "invoices"("center_id", "series", "financial_year", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_center_id_number_key" ON "invoices"("center_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_center_id_invoice_id_position_key" ON "invoice_lines"("center_id", "invoice_id", "position");

-- CreateIndex
CREATE INDEX "discounts_center_id_invoice_id_idx" ON "discounts"("center_id", "invoice_id");

-- CreateIndex
CREATE INDEX "discounts_center_id_status_idx" ON "discounts"("center_id", "status");

-- CreateIndex
CREATE INDEX "payments_center_id_paid_at_idx" ON "payments"("center_id", "paid_at" DESC);

-- CreateIndex
CREATE INDEX "payments_center_id_student_id_idx" ON "payments"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "payments_center_id_invoice_id_idx" ON "payments"("center_id", "invoice_id");

-- CreateIndex
CREATE INDEX "payments_center_id_refunds_payment_id_idx" ON "payments"("center_id", "refunds_payment_id");

-- CreateIndex
CREATE INDEX "payment_allocations_center_id_invoice_id_idx" ON "payment_allocations"("center_id", "invoice_id");

-- CreateIndex
CREATE INDEX "leads_center_id_status_created_at_idx" ON "leads"("center_id", "status", "created_at" DESC);

-- CreateIndex
CREATE INDEX "leads_center_id_student_id_idx" ON "leads"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "intro_visits_center_id_lead_id_idx" ON "intro_visits"("center_id", "lead_id");

-- CreateIndex
CREATE INDEX "intro_visits_center_id_date_idx" ON "intro_visits"("center_id", "date");

-- CreateIndex
CREATE INDEX "intro_visits_center_id_class_session_id_idx" ON "intro_visits"("center_id", "class_session_id");

-- CreateIndex
CREATE INDEX "intro_visits_center_id_student_id_idx" ON "intro_visits"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "follow_ups_center_id_due_at_idx" ON "follow_ups"("center_id", "due_at");

-- CreateIndex
CREATE INDEX "follow_ups_center_id_lead_id_idx" ON "follow_ups"("center_id", "lead_id");

-- CreateIndex
CREATE INDEX "follow_ups_center_id_enrollment_id_idx" ON "follow_ups"("center_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "follow_ups_center_id_student_id_idx" ON "follow_ups"("center_id", "student_id");

-- CreateIndex
CREATE INDEX "students_center_id_search_name_idx" ON "students"("center_id", "search_name");

-- CreateIndex
CREATE INDEX "guardians_center_id_phone_e164_idx" ON "guardians"("center_id", "phone_e164");

-- CreateIndex
CREATE INDEX "family_links_center_id_guardian_id_idx" ON "family_links"("center_id", "guardian_id");

-- CreateIndex
CREATE INDEX "timeline_entries_center_id_student_id_created_at_idx" ON "timeline_entries"("center_id", "student_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "timeline_entries_center_id_lead_id_idx" ON "timeline_entries"("center_id", "lead_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_norm_key" ON "users"("email_norm");

-- CreateIndex
CREATE INDEX "users_organization_id_name_idx" ON "users"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "users_organization_id_id_key" ON "users"("organization_id", "id");

-- CreateIndex
CREATE INDEX "assignments_user_id_idx" ON "assignments"("user_id");

-- AddForeignKey
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_center_id_session_id_fkey" FOREIGN KEY ("center_id", "session_id") REFERENCES "class_sessions"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_center_id_enrollment_id_fkey" FOREIGN KEY ("center_id", "enrollment_id") REFERENCES "enrollments"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "batch_trainers" ADD CONSTRAINT "batch_trainers_center_id_batch_id_fkey" FOREIGN KEY ("center_id", "batch_id") REFERENCES "batches"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "standing_places" ADD CONSTRAINT "standing_places_center_id_batch_id_fkey" FOREIGN KEY ("center_id", "batch_id") REFERENCES "batches"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "standing_places" ADD CONSTRAINT "standing_places_center_id_enrollment_id_fkey" FOREIGN KEY ("center_id", "enrollment_id") REFERENCES "enrollments"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "centers" ADD CONSTRAINT "centers_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_sessions" ADD CONSTRAINT "class_sessions_center_id_batch_id_fkey" FOREIGN KEY ("center_id", "batch_id") REFERENCES "batches"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_spots" ADD CONSTRAINT "session_spots_center_id_session_id_fkey" FOREIGN KEY ("center_id", "session_id") REFERENCES "class_sessions"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_spots" ADD CONSTRAINT "session_spots_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_center_id_session_id_fkey" FOREIGN KEY ("center_id", "session_id") REFERENCES "class_sessions"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_center_id_enrollment_id_fkey" FOREIGN KEY ("center_id", "enrollment_id") REFERENCES "enrollments"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_center_id_lead_id_fkey" FOREIGN KEY ("center_id", "lead_id") REFERENCES "leads"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollment_batches" ADD CONSTRAINT "enrollment_batches_center_id_enrollment_id_fkey" FOREIGN KEY ("center_id", "enrollment_id") REFERENCES "enrollments"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollment_batches" ADD CONSTRAINT "enrollment_batches_center_id_batch_id_fkey" FOREIGN KEY ("center_id", "batch_id") REFERENCES "batches"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credit_lots" ADD CONSTRAINT "credit_lots_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credit_lots" ADD CONSTRAINT "credit_lots_center_id_enrollment_id_fkey" FOREIGN KEY ("center_id", "enrollment_id") REFERENCES "enrollments"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_center_id_lot_id_fkey" FOREIGN KEY ("center_id", "lot_id") REFERENCES "credit_lots"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_center_id_import_id_fkey" FOREIGN KEY ("center_id", "import_id") REFERENCES "imports"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_center_id_import_id_fkey" FOREIGN KEY ("center_id", "import_id") REFERENCES "imports"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_center_id_enrollment_id_fkey" FOREIGN KEY ("center_id", "enrollment_id") REFERENCES "enrollments"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_center_id_invoice_id_fkey" FOREIGN KEY ("center_id", "invoice_id") REFERENCES "invoices"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discounts" ADD CONSTRAINT "discounts_center_id_invoice_id_fkey" FOREIGN KEY ("center_id", "invoice_id") REFERENCES "invoices"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_center_id_invoice_id_fkey" FOREIGN KEY ("center_id", "invoice_id") REFERENCES "invoices"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_center_id_payment_id_fkey" FOREIGN KEY ("center_id", "payment_id") REFERENCES "payments"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_center_id_invoice_id_fkey" FOREIGN KEY ("center_id", "invoice_id") REFERENCES "invoices"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "leads" ADD CONSTRAINT "leads_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "intro_visits" ADD CONSTRAINT "intro_visits_center_id_lead_id_fkey" FOREIGN KEY ("center_id", "lead_id") REFERENCES "leads"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "intro_visits" ADD CONSTRAINT "intro_visits_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "intro_visits" ADD CONSTRAINT "intro_visits_center_id_class_session_id_fkey" FOREIGN KEY ("center_id", "class_session_id") REFERENCES "class_sessions"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_center_id_lead_id_fkey" FOREIGN KEY ("center_id", "lead_id") REFERENCES "leads"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_center_id_enrollment_id_fkey" FOREIGN KEY ("center_id", "enrollment_id") REFERENCES "enrollments"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_links" ADD CONSTRAINT "family_links_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_links" ADD CONSTRAINT "family_links_center_id_guardian_id_fkey" FOREIGN KEY ("center_id", "guardian_id") REFERENCES "guardians"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "timeline_entries" ADD CONSTRAINT "timeline_entries_center_id_student_id_fkey" FOREIGN KEY ("center_id", "student_id") REFERENCES "students"("center_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

