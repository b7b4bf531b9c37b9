CREATE TABLE "platform_keys" (
	"key_id" text PRIMARY KEY NOT NULL,
	"wrapped" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"destroyed_at" timestamp with time zone
);
