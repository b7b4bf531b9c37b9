CREATE TABLE "money_checkouts" (
	"checkout_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"session_id" text NOT NULL,
	"url" text NOT NULL,
	"provider_payment_id" text,
	"refunds" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "money_entries" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"currency" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "money_lines" (
	"entry_id" text NOT NULL,
	"n" integer NOT NULL,
	"account" text NOT NULL,
	"debit_minor" bigint NOT NULL,
	"credit_minor" bigint NOT NULL,
	CONSTRAINT "money_lines_entry_id_n_pk" PRIMARY KEY("entry_id","n")
);
--> statement-breakpoint
CREATE TABLE "money_prices" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"prices" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "money_refunds" (
	"refund_id" text PRIMARY KEY NOT NULL,
	"checkout_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "money_told" (
	"event_id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"provider_payment_id" text,
	"our_refund_id" text,
	"fact" jsonb NOT NULL,
	"waits" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "money_lines" ADD CONSTRAINT "money_lines_entry_id_money_entries_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."money_entries"("entry_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_refunds" ADD CONSTRAINT "money_refunds_checkout_id_money_checkouts_checkout_id_fk" FOREIGN KEY ("checkout_id") REFERENCES "public"."money_checkouts"("checkout_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "money_checkouts_case" ON "money_checkouts" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "money_checkouts_payment" ON "money_checkouts" USING btree ("provider_payment_id");--> statement-breakpoint
CREATE INDEX "money_entries_case" ON "money_entries" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "money_entries_seq" ON "money_entries" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "money_lines_account" ON "money_lines" USING btree ("account");--> statement-breakpoint
CREATE INDEX "money_told_waiting" ON "money_told" USING btree ("provider_payment_id");--> statement-breakpoint
ALTER TABLE "money_lines" ADD CONSTRAINT "money_lines_one_side" CHECK (debit_minor >= 0 AND credit_minor >= 0 AND (debit_minor = 0) <> (credit_minor = 0));--> statement-breakpoint
CREATE FUNCTION money_ledger_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries of the ledger are never changed or taken out';
END $$;
--> statement-breakpoint
CREATE TRIGGER money_entries_stay BEFORE UPDATE OR DELETE ON "money_entries" FOR EACH ROW EXECUTE FUNCTION money_ledger_stays();--> statement-breakpoint
CREATE TRIGGER money_lines_stay BEFORE UPDATE OR DELETE ON "money_lines" FOR EACH ROW EXECUTE FUNCTION money_ledger_stays();--> statement-breakpoint
CREATE FUNCTION money_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  off bigint;
BEGIN
  SELECT coalesce(sum(debit_minor - credit_minor), -1) INTO off FROM "money_lines" WHERE entry_id = NEW.entry_id;
  IF off <> 0 THEN
    RAISE EXCEPTION 'the entry % is out of balance', NEW.entry_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER money_entry_balances AFTER INSERT ON "money_entries" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION money_entry_balances();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER money_line_balances AFTER INSERT ON "money_lines" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION money_entry_balances();
