CREATE TABLE "parcels_parcels" (
	"parcel_id" text PRIMARY KEY NOT NULL,
	"case_id" text,
	"state" text NOT NULL,
	"contents" text NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text NOT NULL,
	"wish" text NOT NULL,
	"return_to" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parcels_steps" (
	"parcel_id" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"by_role" text NOT NULL,
	"note" text NOT NULL,
	"case_id" text,
	"import_id" text,
	CONSTRAINT "parcels_steps_parcel_id_seq_pk" PRIMARY KEY("parcel_id","seq")
);
--> statement-breakpoint
ALTER TABLE "parcels_steps" ADD CONSTRAINT "parcels_steps_parcel_id_parcels_parcels_parcel_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels_parcels"("parcel_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "parcels_parcels_case" ON "parcels_parcels" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "parcels_parcels_changed" ON "parcels_parcels" USING btree ("changed_at");--> statement-breakpoint
CREATE FUNCTION parcels_steps_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'steps of parcels are never changed or taken out';
END $$;
--> statement-breakpoint
CREATE TRIGGER parcels_steps_stay BEFORE UPDATE OR DELETE ON "parcels_steps" FOR EACH ROW EXECUTE FUNCTION parcels_steps_stay();
