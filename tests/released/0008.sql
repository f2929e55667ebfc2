--
-- PostgreSQL database dump
--

\restrict XTF3OAEfC8QV7eenRhxkxwTK06QEcw9eLSJNizPU604yMHJKhoXdOKupQlekeQy

-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: public; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA public;


--
-- Name: SCHEMA public; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA public IS 'standard public schema';


--
-- Name: announce_access_keys(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.announce_access_keys() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    notify access_keys;
    return null;
end $$;


--
-- Name: announce_data_version(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.announce_data_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform pg_notify('data_version', new.version || ' ' || extract(epoch from new.changed_at));
    return null;
end $$;


--
-- Name: quotes_floor(timestamp with time zone, bigint, integer[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.quotes_floor(upto timestamp with time zone, wanted bigint, of_listings integer[]) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE
    SET enable_seqscan TO 'off'
    AS $$
declare
    span interval := '15 minutes';
    found bigint;
begin
    upto := coalesce(upto, (select max(observed_at) from source_quotes));
    while upto is not null and span < interval '60 years' loop
        select count(*) into found from (
            select from market_quotes
            where observed_at between upto - span and upto
              and (of_listings is null or listing_id = any(of_listings))
            limit wanted
        ) as enough;
        if found >= wanted then
            return upto - span;
        end if;
        span := span * 4;
    end loop;
    return null;
end $$;


--
-- Name: FUNCTION quotes_floor(upto timestamp with time zone, wanted bigint, of_listings integer[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.quotes_floor(upto timestamp with time zone, wanted bigint, of_listings integer[]) IS 'a moment from which on, up to the other one, there are as many quotes as wanted; null: there are fewer';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: access_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_keys (
    id bigint NOT NULL,
    name text NOT NULL,
    scope text NOT NULL,
    digest bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT access_keys_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'load'::text])))
);


--
-- Name: TABLE access_keys; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.access_keys IS 'who may read the API, or start loads over it; the keys themselves are nowhere';


--
-- Name: COLUMN access_keys.digest; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_keys.digest IS 'SHA-256 of the key, which has 256 random bits';


--
-- Name: COLUMN access_keys.expires_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_keys.expires_at IS 'null: never';


--
-- Name: access_keys_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.access_keys ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_keys_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: assets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assets (
    asset_id bigint NOT NULL,
    ticker text NOT NULL,
    symbol text NOT NULL,
    name text NOT NULL,
    origin text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT assets_ticker_check CHECK ((ticker <> ''::text))
);


--
-- Name: COLUMN assets.ticker; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.assets.ticker IS 'ours: unique, and for ever the coin''s';


--
-- Name: COLUMN assets.symbol; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.assets.symbol IS 'the sources'' symbol in capitals; not unique';


--
-- Name: COLUMN assets.origin; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.assets.origin IS 'the source that first had the coin; it names it';


--
-- Name: assets_asset_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.assets ALTER COLUMN asset_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.assets_asset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: backups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.backups (
    id bigint NOT NULL,
    place text NOT NULL,
    bytes bigint NOT NULL,
    version bigint NOT NULL,
    seconds double precision NOT NULL,
    finished_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE backups; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.backups IS 'backups of this database that were finished; append-only';


--
-- Name: COLUMN backups.place; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.backups.place IS 'the folder, as the process that wrote it names it';


--
-- Name: COLUMN backups.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.backups.version IS 'the data_version that it has';


--
-- Name: backups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.backups ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.backups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: crypto_assets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.crypto_assets (
    asset_id bigint NOT NULL,
    ticker text NOT NULL,
    symbol text NOT NULL,
    name text NOT NULL,
    rank integer,
    price_usd double precision NOT NULL,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    percent_change_1h double precision,
    percent_change_24h double precision,
    percent_change_7d double precision,
    high_24h_usd double precision,
    low_24h_usd double precision,
    circulating_supply double precision,
    total_supply double precision,
    max_supply double precision,
    source text NOT NULL,
    sources text[] NOT NULL,
    spread_percent double precision,
    observed_at timestamp with time zone NOT NULL,
    raw_seq bigint NOT NULL,
    listing_id integer NOT NULL,
    reason text NOT NULL,
    flags text[] NOT NULL,
    held_back jsonb
)
WITH (fillfactor='50');


--
-- Name: COLUMN crypto_assets.price_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.price_usd IS 'USD';


--
-- Name: COLUMN crypto_assets.market_cap_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.market_cap_usd IS 'USD; null: unknown';


--
-- Name: COLUMN crypto_assets.volume_24h_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.volume_24h_usd IS 'USD';


--
-- Name: COLUMN crypto_assets.percent_change_1h; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.percent_change_1h IS 'percent';


--
-- Name: COLUMN crypto_assets.percent_change_24h; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.percent_change_24h IS 'percent';


--
-- Name: COLUMN crypto_assets.percent_change_7d; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.percent_change_7d IS 'percent';


--
-- Name: COLUMN crypto_assets.high_24h_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.high_24h_usd IS 'USD';


--
-- Name: COLUMN crypto_assets.low_24h_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.low_24h_usd IS 'USD';


--
-- Name: COLUMN crypto_assets.circulating_supply; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.circulating_supply IS 'coins';


--
-- Name: COLUMN crypto_assets.total_supply; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.total_supply IS 'coins';


--
-- Name: COLUMN crypto_assets.max_supply; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.max_supply IS 'coins; null: none or unknown';


--
-- Name: COLUMN crypto_assets.source; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.source IS 'the source of that listing';


--
-- Name: COLUMN crypto_assets.sources; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.sources IS 'everyone who quotes the coin';


--
-- Name: COLUMN crypto_assets.spread_percent; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.spread_percent IS '(max - min) / min of the sources'' prices of the same day; null for one';


--
-- Name: COLUMN crypto_assets.listing_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.listing_id IS 'whose quote this is';


--
-- Name: COLUMN crypto_assets.reason; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.reason IS 'why: only, precedence (of several fresh ones), newest (none is fresh), last_good (the latest are held back)';


--
-- Name: COLUMN crypto_assets.flags; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.flags IS 'held_back, old, disagree';


--
-- Name: COLUMN crypto_assets.held_back; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.crypto_assets.held_back IS 'quotes that are not believed, with the reason; null: none';


--
-- Name: data_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.data_version (
    id integer NOT NULL,
    version bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT data_version_one_row CHECK ((id = 1))
);


--
-- Name: etl_checkpoints; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.etl_checkpoints (
    source text NOT NULL,
    stage text NOT NULL,
    raw_seq bigint NOT NULL,
    observed_at timestamp with time zone,
    run_id text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    stream text NOT NULL
);


--
-- Name: COLUMN etl_checkpoints.raw_seq; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.etl_checkpoints.raw_seq IS 'the last raw record that the stage has dealt with';


--
-- Name: identity_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.identity_events (
    event_id bigint NOT NULL,
    listing_id integer NOT NULL,
    kind text NOT NULL,
    asset_id bigint NOT NULL,
    symbol text NOT NULL,
    name text NOT NULL,
    method text NOT NULL,
    confidence double precision NOT NULL,
    evidence jsonb NOT NULL,
    known_at timestamp with time zone NOT NULL,
    run_id text,
    CONSTRAINT identity_events_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'linked'::text, 'split'::text, 'renamed'::text, 'vanished'::text, 'returned'::text])))
);


--
-- Name: TABLE identity_events; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.identity_events IS 'what was decided about a listing; append-only';


--
-- Name: COLUMN identity_events.asset_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.identity_events.asset_id IS 'the coin that the listing stands for from then on';


--
-- Name: COLUMN identity_events.symbol; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.identity_events.symbol IS 'as the source printed it then';


--
-- Name: COLUMN identity_events.known_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.identity_events.known_at IS 'when the record that it rests on was fetched';


--
-- Name: identity_events_event_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.identity_events ALTER COLUMN event_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.identity_events_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ledger; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ledger (
    id bigint NOT NULL,
    run_id text NOT NULL,
    source text NOT NULL,
    stage text NOT NULL,
    received bigint NOT NULL,
    stored bigint NOT NULL,
    unchanged bigint NOT NULL,
    quarantined bigint NOT NULL,
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    retried bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    stream text NOT NULL,
    records bigint NOT NULL,
    CONSTRAINT ledger_adds_up CHECK ((received = ((stored + unchanged) + quarantined)))
);


--
-- Name: TABLE ledger; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.ledger IS 'what became of the records that each transaction of a stage had in hand';


--
-- Name: COLUMN ledger.first_seq; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ledger.first_seq IS 'of the raw records that it wrote or read';


--
-- Name: COLUMN ledger.retried; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ledger.retried IS 'records besides, refused before for a reason that time mends';


--
-- Name: COLUMN ledger.records; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.ledger.records IS 'raw records in hand; each can be many rows';


--
-- Name: ledger_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.ledger ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ledger_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: listings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.listings (
    listing_id integer NOT NULL,
    source text NOT NULL,
    source_id text NOT NULL,
    asset_id bigint NOT NULL,
    symbol text NOT NULL,
    name text NOT NULL,
    first_seen timestamp with time zone NOT NULL,
    last_seen date NOT NULL
)
WITH (fillfactor='80');


--
-- Name: TABLE listings; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.listings IS 'a coin as one source knows it';


--
-- Name: COLUMN listings.asset_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.listings.asset_id IS 'the coin that it stands for: the last event''s verdict';


--
-- Name: COLUMN listings.symbol; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.listings.symbol IS 'as the source prints it now, in capitals';


--
-- Name: COLUMN listings.last_seen; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.listings.last_seen IS 'the day (UTC) on which it last came';


--
-- Name: listings_listing_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.listings ALTER COLUMN listing_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.listings_listing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: market_quotes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.market_quotes (
    observed_at timestamp with time zone CONSTRAINT market_quotes_observed_at_not_null1 NOT NULL,
    known_at timestamp with time zone NOT NULL,
    price_usd double precision CONSTRAINT market_quotes_price_usd_not_null1 NOT NULL,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    raw_seq bigint CONSTRAINT market_quotes_raw_seq_not_null1 NOT NULL,
    listing_id integer NOT NULL,
    rank integer
)
PARTITION BY RANGE (observed_at);


--
-- Name: COLUMN market_quotes.known_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.market_quotes.known_at IS 'when the raw record was fetched';


--
-- Name: market_quotes_2013_04; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.market_quotes_2013_04 (
    observed_at timestamp with time zone CONSTRAINT market_quotes_observed_at_not_null1 NOT NULL,
    known_at timestamp with time zone CONSTRAINT market_quotes_known_at_not_null NOT NULL,
    price_usd double precision CONSTRAINT market_quotes_price_usd_not_null1 NOT NULL,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    raw_seq bigint CONSTRAINT market_quotes_raw_seq_not_null1 NOT NULL,
    listing_id integer CONSTRAINT market_quotes_listing_id_not_null NOT NULL,
    rank integer
);


--
-- Name: market_quotes_2026_04; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.market_quotes_2026_04 (
    observed_at timestamp with time zone CONSTRAINT market_quotes_observed_at_not_null1 NOT NULL,
    known_at timestamp with time zone CONSTRAINT market_quotes_known_at_not_null NOT NULL,
    price_usd double precision CONSTRAINT market_quotes_price_usd_not_null1 NOT NULL,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    raw_seq bigint CONSTRAINT market_quotes_raw_seq_not_null1 NOT NULL,
    listing_id integer CONSTRAINT market_quotes_listing_id_not_null NOT NULL,
    rank integer
);


--
-- Name: market_quotes_2026_05; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.market_quotes_2026_05 (
    observed_at timestamp with time zone CONSTRAINT market_quotes_observed_at_not_null1 NOT NULL,
    known_at timestamp with time zone CONSTRAINT market_quotes_known_at_not_null NOT NULL,
    price_usd double precision CONSTRAINT market_quotes_price_usd_not_null1 NOT NULL,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    raw_seq bigint CONSTRAINT market_quotes_raw_seq_not_null1 NOT NULL,
    listing_id integer CONSTRAINT market_quotes_listing_id_not_null NOT NULL,
    rank integer
);


--
-- Name: news_articles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.news_articles (
    id text NOT NULL,
    feed text NOT NULL,
    guid text NOT NULL,
    url text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    author text,
    tags text[] NOT NULL,
    published_at timestamp with time zone NOT NULL,
    raw_seq bigint NOT NULL,
    source text NOT NULL
);


--
-- Name: COLUMN news_articles.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.news_articles.id IS 'from the feed''s name and the article''s guid; stable';


--
-- Name: COLUMN news_articles.url; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.news_articles.url IS 'without utm_* parameters';


--
-- Name: COLUMN news_articles.summary; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.news_articles.summary IS 'plain text';


--
-- Name: quarantine; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.quarantine (
    id bigint NOT NULL,
    source text NOT NULL,
    stage text NOT NULL,
    source_id text,
    raw_seq bigint,
    payload text NOT NULL,
    content_hash bytea NOT NULL,
    reasons text[] NOT NULL,
    run_id text NOT NULL,
    quarantined_at timestamp with time zone NOT NULL,
    retry_at timestamp with time zone,
    origin text,
    stream text NOT NULL
);


--
-- Name: COLUMN quarantine.raw_seq; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quarantine.raw_seq IS 'the raw record; null for one that raw could not hold';


--
-- Name: COLUMN quarantine.retry_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quarantine.retry_at IS 'when a reason that time mends will be gone; null for all others';


--
-- Name: COLUMN quarantine.origin; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.quarantine.origin IS 'a file and its line, or what was asked';


--
-- Name: quarantine_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.quarantine ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.quarantine_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: quote_revisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.quote_revisions (
    listing_id integer NOT NULL,
    observed_at timestamp with time zone NOT NULL,
    known_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    price_usd double precision NOT NULL,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    raw_seq bigint NOT NULL,
    rank integer
);


--
-- Name: TABLE quote_revisions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.quote_revisions IS 'what a correction replaced, with the span in which it was believed';


--
-- Name: ratelimit___upstream_coingecko; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ratelimit___upstream_coingecko (
    name character varying,
    weight smallint,
    item_timestamp timestamp without time zone
);


--
-- Name: ratelimit___upstream_coingecko_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ratelimit___upstream_coingecko_history (
    name character varying,
    weight smallint,
    item_timestamp timestamp without time zone
);


--
-- Name: ratelimit___upstream_coinpaprika; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ratelimit___upstream_coinpaprika (
    name character varying,
    weight smallint,
    item_timestamp timestamp without time zone
);


--
-- Name: ratelimit___upstream_coinpaprika_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ratelimit___upstream_coinpaprika_history (
    name character varying,
    weight smallint,
    item_timestamp timestamp without time zone
);


--
-- Name: raw_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.raw_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: raw_coingecko; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.raw_coingecko (
    seq bigint DEFAULT nextval('public.raw_seq'::regclass) CONSTRAINT raw_coingecko_seq_not_null1 NOT NULL,
    observed_at timestamp with time zone,
    fetched_at timestamp with time zone CONSTRAINT raw_coingecko_fetched_at_not_null1 NOT NULL,
    stream text NOT NULL,
    source_id text,
    endpoint text CONSTRAINT raw_coingecko_endpoint_not_null1 NOT NULL,
    content_hash bytea CONSTRAINT raw_coingecko_content_hash_not_null1 NOT NULL,
    run_id text CONSTRAINT raw_coingecko_run_id_not_null1 NOT NULL,
    partition text CONSTRAINT raw_coingecko_partition_not_null1 NOT NULL,
    payload json CONSTRAINT raw_coingecko_payload_not_null1 NOT NULL
)
PARTITION BY RANGE (fetched_at);


--
-- Name: COLUMN raw_coingecko.observed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coingecko.observed_at IS 'the record''s own time; null when it has none';


--
-- Name: COLUMN raw_coingecko.stream; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coingecko.stream IS 'which of the source''s streams brought it';


--
-- Name: COLUMN raw_coingecko.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coingecko.source_id IS 'the upstream''s own id; null when the record has none';


--
-- Name: COLUMN raw_coingecko.endpoint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coingecko.endpoint IS 'what was asked, without secrets; a file and its line';


--
-- Name: COLUMN raw_coingecko.content_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coingecko.content_hash IS 'SHA-256 of the payload''s bytes';


--
-- Name: COLUMN raw_coingecko.run_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coingecko.run_id IS 'the Dagster run that fetched it';


--
-- Name: COLUMN raw_coingecko.payload; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coingecko.payload IS 'as it came, byte for byte';


--
-- Name: raw_coingecko_2026_11; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.raw_coingecko_2026_11 (
    seq bigint DEFAULT nextval('public.raw_seq'::regclass) CONSTRAINT raw_coingecko_seq_not_null1 NOT NULL,
    observed_at timestamp with time zone,
    fetched_at timestamp with time zone CONSTRAINT raw_coingecko_fetched_at_not_null1 NOT NULL,
    stream text CONSTRAINT raw_coingecko_stream_not_null NOT NULL,
    source_id text,
    endpoint text CONSTRAINT raw_coingecko_endpoint_not_null1 NOT NULL,
    content_hash bytea CONSTRAINT raw_coingecko_content_hash_not_null1 NOT NULL,
    run_id text CONSTRAINT raw_coingecko_run_id_not_null1 NOT NULL,
    partition text CONSTRAINT raw_coingecko_partition_not_null1 NOT NULL,
    payload json CONSTRAINT raw_coingecko_payload_not_null1 NOT NULL
);


--
-- Name: raw_coinpaprika; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.raw_coinpaprika (
    seq bigint DEFAULT nextval('public.raw_seq'::regclass) CONSTRAINT raw_coinpaprika_seq_not_null1 NOT NULL,
    observed_at timestamp with time zone,
    fetched_at timestamp with time zone CONSTRAINT raw_coinpaprika_fetched_at_not_null1 NOT NULL,
    stream text NOT NULL,
    source_id text,
    endpoint text CONSTRAINT raw_coinpaprika_endpoint_not_null1 NOT NULL,
    content_hash bytea CONSTRAINT raw_coinpaprika_content_hash_not_null1 NOT NULL,
    run_id text CONSTRAINT raw_coinpaprika_run_id_not_null1 NOT NULL,
    partition text CONSTRAINT raw_coinpaprika_partition_not_null1 NOT NULL,
    payload json CONSTRAINT raw_coinpaprika_payload_not_null1 NOT NULL
)
PARTITION BY RANGE (fetched_at);


--
-- Name: COLUMN raw_coinpaprika.observed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coinpaprika.observed_at IS 'the record''s own time; null when it has none';


--
-- Name: COLUMN raw_coinpaprika.stream; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coinpaprika.stream IS 'which of the source''s streams brought it';


--
-- Name: COLUMN raw_coinpaprika.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coinpaprika.source_id IS 'the upstream''s own id; null when the record has none';


--
-- Name: COLUMN raw_coinpaprika.endpoint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coinpaprika.endpoint IS 'what was asked, without secrets; a file and its line';


--
-- Name: COLUMN raw_coinpaprika.content_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coinpaprika.content_hash IS 'SHA-256 of the payload''s bytes';


--
-- Name: COLUMN raw_coinpaprika.run_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coinpaprika.run_id IS 'the Dagster run that fetched it';


--
-- Name: COLUMN raw_coinpaprika.payload; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_coinpaprika.payload IS 'as it came, byte for byte';


--
-- Name: raw_coinpaprika_2026_11; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.raw_coinpaprika_2026_11 (
    seq bigint DEFAULT nextval('public.raw_seq'::regclass) CONSTRAINT raw_coinpaprika_seq_not_null1 NOT NULL,
    observed_at timestamp with time zone,
    fetched_at timestamp with time zone CONSTRAINT raw_coinpaprika_fetched_at_not_null1 NOT NULL,
    stream text CONSTRAINT raw_coinpaprika_stream_not_null NOT NULL,
    source_id text,
    endpoint text CONSTRAINT raw_coinpaprika_endpoint_not_null1 NOT NULL,
    content_hash bytea CONSTRAINT raw_coinpaprika_content_hash_not_null1 NOT NULL,
    run_id text CONSTRAINT raw_coinpaprika_run_id_not_null1 NOT NULL,
    partition text CONSTRAINT raw_coinpaprika_partition_not_null1 NOT NULL,
    payload json CONSTRAINT raw_coinpaprika_payload_not_null1 NOT NULL
);


--
-- Name: raw_csv; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.raw_csv (
    seq bigint DEFAULT nextval('public.raw_seq'::regclass) CONSTRAINT raw_csv_seq_not_null1 NOT NULL,
    observed_at timestamp with time zone,
    fetched_at timestamp with time zone CONSTRAINT raw_csv_fetched_at_not_null1 NOT NULL,
    stream text NOT NULL,
    source_id text,
    endpoint text CONSTRAINT raw_csv_endpoint_not_null1 NOT NULL,
    content_hash bytea CONSTRAINT raw_csv_content_hash_not_null1 NOT NULL,
    run_id text CONSTRAINT raw_csv_run_id_not_null1 NOT NULL,
    partition text CONSTRAINT raw_csv_partition_not_null1 NOT NULL,
    payload json CONSTRAINT raw_csv_payload_not_null1 NOT NULL
)
PARTITION BY RANGE (fetched_at);


--
-- Name: COLUMN raw_csv.observed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_csv.observed_at IS 'the record''s own time; null when it has none';


--
-- Name: COLUMN raw_csv.stream; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_csv.stream IS 'which of the source''s streams brought it';


--
-- Name: COLUMN raw_csv.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_csv.source_id IS 'the upstream''s own id; null when the record has none';


--
-- Name: COLUMN raw_csv.endpoint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_csv.endpoint IS 'what was asked, without secrets; a file and its line';


--
-- Name: COLUMN raw_csv.content_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_csv.content_hash IS 'SHA-256 of the payload''s bytes';


--
-- Name: COLUMN raw_csv.run_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_csv.run_id IS 'the Dagster run that fetched it';


--
-- Name: COLUMN raw_csv.payload; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_csv.payload IS 'as it came, byte for byte';


--
-- Name: raw_csv_2026_11; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.raw_csv_2026_11 (
    seq bigint DEFAULT nextval('public.raw_seq'::regclass) CONSTRAINT raw_csv_seq_not_null1 NOT NULL,
    observed_at timestamp with time zone,
    fetched_at timestamp with time zone CONSTRAINT raw_csv_fetched_at_not_null1 NOT NULL,
    stream text CONSTRAINT raw_csv_stream_not_null NOT NULL,
    source_id text,
    endpoint text CONSTRAINT raw_csv_endpoint_not_null1 NOT NULL,
    content_hash bytea CONSTRAINT raw_csv_content_hash_not_null1 NOT NULL,
    run_id text CONSTRAINT raw_csv_run_id_not_null1 NOT NULL,
    partition text CONSTRAINT raw_csv_partition_not_null1 NOT NULL,
    payload json CONSTRAINT raw_csv_payload_not_null1 NOT NULL
);


--
-- Name: raw_rss; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.raw_rss (
    seq bigint DEFAULT nextval('public.raw_seq'::regclass) CONSTRAINT raw_rss_seq_not_null1 NOT NULL,
    observed_at timestamp with time zone,
    fetched_at timestamp with time zone CONSTRAINT raw_rss_fetched_at_not_null1 NOT NULL,
    stream text NOT NULL,
    source_id text,
    endpoint text CONSTRAINT raw_rss_endpoint_not_null1 NOT NULL,
    content_hash bytea CONSTRAINT raw_rss_content_hash_not_null1 NOT NULL,
    run_id text CONSTRAINT raw_rss_run_id_not_null1 NOT NULL,
    partition text CONSTRAINT raw_rss_partition_not_null1 NOT NULL,
    payload json CONSTRAINT raw_rss_payload_not_null1 NOT NULL
)
PARTITION BY RANGE (fetched_at);


--
-- Name: COLUMN raw_rss.observed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_rss.observed_at IS 'the record''s own time; null when it has none';


--
-- Name: COLUMN raw_rss.stream; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_rss.stream IS 'which of the source''s streams brought it';


--
-- Name: COLUMN raw_rss.source_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_rss.source_id IS 'the upstream''s own id; null when the record has none';


--
-- Name: COLUMN raw_rss.endpoint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_rss.endpoint IS 'what was asked, without secrets; a file and its line';


--
-- Name: COLUMN raw_rss.content_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_rss.content_hash IS 'SHA-256 of the payload''s bytes';


--
-- Name: COLUMN raw_rss.run_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_rss.run_id IS 'the Dagster run that fetched it';


--
-- Name: COLUMN raw_rss.payload; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.raw_rss.payload IS 'as it came, byte for byte';


--
-- Name: raw_rss_2026_11; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.raw_rss_2026_11 (
    seq bigint DEFAULT nextval('public.raw_seq'::regclass) CONSTRAINT raw_rss_seq_not_null1 NOT NULL,
    observed_at timestamp with time zone,
    fetched_at timestamp with time zone CONSTRAINT raw_rss_fetched_at_not_null1 NOT NULL,
    stream text CONSTRAINT raw_rss_stream_not_null NOT NULL,
    source_id text,
    endpoint text CONSTRAINT raw_rss_endpoint_not_null1 NOT NULL,
    content_hash bytea CONSTRAINT raw_rss_content_hash_not_null1 NOT NULL,
    run_id text CONSTRAINT raw_rss_run_id_not_null1 NOT NULL,
    partition text CONSTRAINT raw_rss_partition_not_null1 NOT NULL,
    payload json CONSTRAINT raw_rss_payload_not_null1 NOT NULL
);


--
-- Name: records; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.records AS
 SELECT q.raw_seq AS id,
    l.source AS source_type,
    l.source_id,
    (((a.name || ' ('::text) || a.ticker) || ')'::text) AS title,
    (((('Price of '::text || a.name) || ' in USD, as '::text) || l.source) || ' quotes it'::text) AS description,
    q.price_usd AS value,
    'quote'::text AS category,
    ARRAY[]::text[] AS tags,
    q.observed_at AS "timestamp",
    a.ticker
   FROM ((public.market_quotes q
     JOIN public.listings l USING (listing_id))
     JOIN public.assets a USING (asset_id))
UNION ALL
 SELECT n.raw_seq AS id,
    n.source AS source_type,
    ((n.feed || ':'::text) || n.guid) AS source_id,
    n.title,
    n.summary AS description,
    NULL::double precision AS value,
    'news'::text AS category,
    n.tags,
    n.published_at AS "timestamp",
    NULL::text AS ticker
   FROM public.news_articles n;


--
-- Name: VIEW records; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON VIEW public.records IS 'quotes and news as one list; id is the raw record behind it';


--
-- Name: source_quotes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.source_quotes (
    observed_at timestamp with time zone NOT NULL,
    price_usd double precision NOT NULL,
    market_cap_usd double precision,
    volume_24h_usd double precision,
    percent_change_1h double precision,
    percent_change_24h double precision,
    percent_change_7d double precision,
    high_24h_usd double precision,
    low_24h_usd double precision,
    circulating_supply double precision,
    total_supply double precision,
    max_supply double precision,
    rank integer,
    raw_seq bigint NOT NULL,
    listing_id integer NOT NULL,
    recheck boolean DEFAULT false NOT NULL
)
WITH (fillfactor='50');


--
-- Name: COLUMN source_quotes.price_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.price_usd IS 'USD';


--
-- Name: COLUMN source_quotes.market_cap_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.market_cap_usd IS 'USD; null: unknown';


--
-- Name: COLUMN source_quotes.volume_24h_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.volume_24h_usd IS 'USD';


--
-- Name: COLUMN source_quotes.percent_change_1h; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.percent_change_1h IS 'percent';


--
-- Name: COLUMN source_quotes.percent_change_24h; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.percent_change_24h IS 'percent';


--
-- Name: COLUMN source_quotes.percent_change_7d; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.percent_change_7d IS 'percent';


--
-- Name: COLUMN source_quotes.high_24h_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.high_24h_usd IS 'USD';


--
-- Name: COLUMN source_quotes.low_24h_usd; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.low_24h_usd IS 'USD';


--
-- Name: COLUMN source_quotes.circulating_supply; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.circulating_supply IS 'coins';


--
-- Name: COLUMN source_quotes.total_supply; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.total_supply IS 'coins';


--
-- Name: COLUMN source_quotes.max_supply; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.max_supply IS 'coins; null: none or unknown';


--
-- Name: COLUMN source_quotes.recheck; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.source_quotes.recheck IS 'whether the past before it has changed since the coin was judged';


--
-- Name: source_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.source_state (
    source text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    updated_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE source_state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.source_state IS 'what a source must remember from one load to the next';


--
-- Name: streams; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.streams (
    source text NOT NULL,
    stream text NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    product text NOT NULL,
    raw_asset text[] NOT NULL,
    rows_asset text[] NOT NULL,
    job text NOT NULL,
    stale_seconds double precision NOT NULL,
    fresh_seconds double precision NOT NULL,
    precedence integer NOT NULL,
    "position" integer NOT NULL
);


--
-- Name: TABLE streams; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.streams IS 'what this platform loads, as its sources describe it';


--
-- Name: COLUMN streams.product; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.streams.product IS 'what its records become';


--
-- Name: COLUMN streams.job; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.streams.job IS 'the Dagster job that loads it';


--
-- Name: COLUMN streams.stale_seconds; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.streams.stale_seconds IS 'the newest record should not be older';


--
-- Name: COLUMN streams.fresh_seconds; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.streams.fresh_seconds IS 'so long the source''s latest quote counts as fresh';


--
-- Name: COLUMN streams.precedence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.streams.precedence IS 'of several fresh quotes the one of the smallest wins';


--
-- Name: upstream_calls; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.upstream_calls (
    upstream text NOT NULL,
    month text NOT NULL,
    calls bigint NOT NULL,
    allowed bigint DEFAULT 0 NOT NULL
);


--
-- Name: COLUMN upstream_calls.month; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.upstream_calls.month IS 'YYYY-MM, UTC';


--
-- Name: COLUMN upstream_calls.allowed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.upstream_calls.allowed IS 'calls that the plan allows in the month; 0: any number';


--
-- Name: verdicts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.verdicts (
    asset_id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    listing_id integer NOT NULL,
    reason text NOT NULL,
    flags text[] NOT NULL,
    held jsonb
);


--
-- Name: TABLE verdicts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.verdicts IS 'whose quote was a coin''s record, from when to when, and why';


--
-- Name: COLUMN verdicts.until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.verdicts.until IS 'null: it still is';


--
-- Name: COLUMN verdicts.held; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.verdicts.held IS 'listings whose quotes were held back, and why';


--
-- Name: withdrawals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.withdrawals (
    id bigint NOT NULL,
    run_id text NOT NULL,
    source text NOT NULL,
    stream text NOT NULL,
    kind text NOT NULL,
    records bigint NOT NULL,
    by_run text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    CONSTRAINT withdrawals_kind_check CHECK ((kind = ANY (ARRAY['withdrawn'::text, 'restored'::text])))
);


--
-- Name: TABLE withdrawals; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.withdrawals IS 'runs whose records were taken out of what is served, or back; append-only';


--
-- Name: COLUMN withdrawals.records; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.withdrawals.records IS 'raw records that it is about';


--
-- Name: withdrawals_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.withdrawals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.withdrawals_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: withdrawn_runs; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.withdrawn_runs AS
 SELECT run_id,
    source,
    stream
   FROM ( SELECT DISTINCT ON (withdrawals.run_id, withdrawals.source, withdrawals.stream) withdrawals.run_id,
            withdrawals.source,
            withdrawals.stream,
            withdrawals.kind
           FROM public.withdrawals
          ORDER BY withdrawals.run_id, withdrawals.source, withdrawals.stream, withdrawals.id DESC) last
  WHERE (kind = 'withdrawn'::text);


--
-- Name: market_quotes_2013_04; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.market_quotes ATTACH PARTITION public.market_quotes_2013_04 FOR VALUES FROM ('2013-04-01 00:00:00+00') TO ('2013-05-01 00:00:00+00');


--
-- Name: market_quotes_2026_04; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.market_quotes ATTACH PARTITION public.market_quotes_2026_04 FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00');


--
-- Name: market_quotes_2026_05; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.market_quotes ATTACH PARTITION public.market_quotes_2026_05 FOR VALUES FROM ('2026-05-01 00:00:00+00') TO ('2026-06-01 00:00:00+00');


--
-- Name: raw_coingecko_2026_11; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.raw_coingecko ATTACH PARTITION public.raw_coingecko_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


--
-- Name: raw_coinpaprika_2026_11; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.raw_coinpaprika ATTACH PARTITION public.raw_coinpaprika_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


--
-- Name: raw_csv_2026_11; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.raw_csv ATTACH PARTITION public.raw_csv_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


--
-- Name: raw_rss_2026_11; Type: TABLE ATTACH; Schema: public; Owner: -
--

ALTER TABLE ONLY public.raw_rss ATTACH PARTITION public.raw_rss_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


--
-- Data for Name: access_keys; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.access_keys (id, name, scope, digest, created_at, expires_at, revoked_at) FROM stdin;
\.


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.alembic_version (version_num) FROM stdin;
0008
\.


--
-- Data for Name: assets; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.assets (asset_id, ticker, symbol, name, origin, created_at) FROM stdin;
1	BTC	BTC	Bitcoin	coingecko	2026-11-26 17:43:44.585493+00
2	ETH	ETH	Ethereum	coingecko	2026-11-26 17:43:44.585493+00
3	USDT	USDT	Tether	coingecko	2026-11-26 17:43:44.585493+00
4	BNB	BNB	BNB	coingecko	2026-11-26 17:43:44.585493+00
5	SOL	SOL	Solana	coingecko	2026-11-26 17:43:44.585493+00
6	USDC	USDC	USDC	coingecko	2026-11-26 17:43:44.585493+00
7	XRP	XRP	XRP	coingecko	2026-11-26 17:43:44.585493+00
8	DOGE	DOGE	Dogecoin	coingecko	2026-11-26 17:43:44.585493+00
9	ADA	ADA	Cardano	coingecko	2026-11-26 17:43:44.585493+00
10	AVAX	AVAX	Avalanche	coingecko	2026-11-26 17:43:44.585493+00
11	DOT	DOT	Polkadot	coingecko	2026-11-26 17:43:44.585493+00
12	TRX	TRX	TRON	coingecko	2026-11-26 17:43:44.585493+00
13	BCH	BCH	Bitcoin Cash	coingecko	2026-11-26 17:43:44.585493+00
14	LINK	LINK	Chainlink	coingecko	2026-11-26 17:43:44.585493+00
15	NEAR	NEAR	NEAR Protocol	coingecko	2026-11-26 17:43:44.585493+00
16	LTC	LTC	Litecoin	coingecko	2026-11-26 17:43:44.585493+00
17	XLM	XLM	Stellar	coingecko	2026-11-26 17:43:44.585493+00
18	ATOM	ATOM	Cosmos Hub	coingecko	2026-11-26 17:43:44.585493+00
19	XMR	XMR	Monero	coingecko	2026-11-26 17:43:44.585493+00
20	HOT	HOT	Holo	coingecko	2026-11-26 17:43:44.585493+00
21	OLD	OLD	Old Coin	csv	2026-11-26 17:43:48.265681+00
22	LATE	LATE	Late Coin, renamed	coingecko	2026-11-26 17:43:48.557435+00
\.


--
-- Data for Name: backups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.backups (id, place, bytes, version, seconds, finished_at) FROM stdin;
\.


--
-- Data for Name: crypto_assets; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.crypto_assets (asset_id, ticker, symbol, name, rank, price_usd, market_cap_usd, volume_24h_usd, percent_change_1h, percent_change_24h, percent_change_7d, high_24h_usd, low_24h_usd, circulating_supply, total_supply, max_supply, source, sources, spread_percent, observed_at, raw_seq, listing_id, reason, flags, held_back) FROM stdin;
20	HOT	HOT	Holo	20	0.0019558383363732132	346183386	23377609.25	-2.53632	-1.80825	-1.98452	0.001991856020523431	0.0019558383363732132	177000000000	\N	\N	coingecko	{coingecko,coinpaprika}	0.04233875877150961	2026-05-02 12:09:41.123+00	150	20	newest	{old}	\N
11	DOT	DOT	Polkadot	12	7.054029184085752	10087261733	1911183133.84	-1.02883	5.73865	0.37659	7.054029184085752	6.671192862267306	1430000000	1430000000	\N	coingecko	{coingecko,coinpaprika}	0.277718747065947	2026-05-02 12:09:49.123+00	142	11	newest	{old}	\N
17	XLM	XLM	Stellar	18	0.11151693449085899	3222839407	462945178.1	2.17086	8.45583	3.88179	0.11151693449085899	0.10282244257632961	28900000000	28900000000	\N	coingecko	{coingecko,coinpaprika}	0.18827761081416927	2026-05-02 12:09:43.123+00	148	17	newest	{old}	\N
12	TRX	TRX	TRON	11	0.12777283798684075	11116236905	2024258530.46	3.18582	13.19081	6.84053	0.12777283798684075	0.11288269830510028	87000000000	\N	\N	coingecko	{coingecko,coinpaprika}	0.14946251013006062	2026-05-02 12:09:51.123+00	141	12	newest	{old}	\N
10	AVAX	AVAX	Avalanche	10	37.05709621896524	14452267525	3497516327.91	5.07736	8.4199	9.09183	37.05709621896524	34.17923938217103	390000000	390000000	390000000	coingecko	{coingecko,coinpaprika}	0.25552459696804863	2026-05-02 12:09:50.123+00	140	10	newest	{old}	\N
18	ATOM	ATOM	Cosmos Hub	17	8.35195548950721	3257262641	365414434.13	0.70951	4.37594	7.05187	8.35195548950721	8.001801816484308	390000000	390000000	390000000	coingecko	{coingecko,coinpaprika}	0.28044896630927685	2026-05-02 12:09:44.123+00	147	18	newest	{old}	\N
2	ETH	ETH	Ethereum	2	3011.81	361417547937	48210888343.94	4.49917	-10.32903	1.31263	3358.7378066577353	3011.8128994752274	120000000	120000000	\N	coingecko	{coingecko,coinpaprika}	0.06728757097009819	2026-05-02 12:09:59.123+00	132	2	newest	{old}	\N
15	NEAR	NEAR	NEAR Protocol	15	6.885666660925246	7436519994	66325430.35	-2.49927	-3.53846	-3.41754	7.138251015306813	6.885666660925246	1080000000	\N	1080000000	coingecko	{coingecko,coinpaprika}	0.017533684578219244	2026-05-02 12:09:46.123+00	145	15	newest	{old}	\N
13	BCH	BCH	Bitcoin Cash	13	488.7075391286769	9627538521	2199660014.13	1.52918	7.25312	15.97541	488.7075391286769	455.65812915136877	19700000	19700000	\N	coingecko	{coingecko,coinpaprika}	0.16433657852987782	2026-05-02 12:09:47.123+00	143	13	newest	{old}	\N
5	SOL	SOL	Solana	5	148.74706100134586	68423648061	412687525.29	5.95918	3.49046	-5.7521	148.74706100134586	143.73021996278166	460000000	\N	460000000	coingecko	{coingecko,coinpaprika}	0.21676001087218566	2026-05-02 12:09:56.123+00	135	5	newest	{old}	\N
19	XMR	XMR	Monero	19	131.390994178089	2417594293	94669572.25	-2.16491	-8.36323	-0.84757	143.38238877914114	131.390994178089	18400000	18400000	18400000	coingecko	{coingecko,coinpaprika}	0.1048136372608699	2026-05-02 12:09:42.123+00	149	19	newest	{old}	\N
8	DOGE	DOGE	Dogecoin	8	0.15215905261719773	21910903577	1739328982.69	-3.12628	4.63112	-5.55524	0.15215905261719773	0.14542428230679344	144000000000	144000000000	\N	coingecko	{coingecko,coinpaprika}	0.12759323155229207	2026-05-02 12:09:53.123+00	138	8	newest	{old}	\N
6	USDC	USDC	USDC	6	1.0007551463536641	33024919830	3030008952.42	0.06713	0.09162	0.15309	1.0007551463536641	0.9998390666664783	33000000000	33000000000	\N	coingecko	{coingecko,coinpaprika}	0.13941650239537307	2026-05-02 12:09:55.123+00	136	6	newest	{old}	\N
16	LTC	LTC	Litecoin	16	83.72801120485616	6195872829	833946344.81	-1.4002	-0.50035	-0.11709	84.14905426602657	83.72801120485616	74000000	74000000	\N	coingecko	{coingecko,coinpaprika}	0.06694783822309702	2026-05-02 12:09:45.123+00	146	16	newest	{old}	\N
22	LATE	LATE	Late Coin, renamed	900	0.6	1111111111.1111112	1000000	\N	\N	\N	\N	\N	\N	\N	\N	coingecko	{coingecko}	\N	2026-05-02 13:00:00+00	211	43	only	{old}	\N
4	BNB	BNB	BNB	4	534.6499506585247	78593542747	21345673655.18	-4.27102	-2.85244	-2.51656	550.3483311323923	534.6499506585247	147000000	147000000	\N	coingecko	{coingecko,coinpaprika}	0.0630819535665017	2026-05-02 12:09:57.123+00	134	4	newest	{old}	\N
3	USDT	USDT	Tether	3	1.0000935280964731	110010288091	6993907557.39	0.01772	-0.01202	0.01159	1.0002137788392707	1.0000935280964731	110000000000	110000000000	110000000000	coingecko	{coingecko,coinpaprika}	0.17499372335421093	2026-05-02 12:09:58.123+00	133	3	newest	{old}	\N
14	LINK	LINK	Chainlink	14	14.335431762620152	8457904740	925686889.22	0.82101	1.09937	1.36511	14.335431762620152	14.179546291759353	590000000	590000000	590000000	coingecko	{coingecko,coinpaprika}	0.024006723057889978	2026-05-02 12:09:48.123+00	144	14	newest	{old}	\N
9	ADA	ADA	Cardano	9	0.45494524469092656	15923083564	4058225738.08	2.90275	-0.6256	-0.54304	0.4578092794967137	0.45494524469092656	35000000000	35000000000	35000000000	coingecko	{coingecko,coinpaprika}	0.16965628075569228	2026-05-02 12:09:52.123+00	139	9	newest	{old}	\N
7	XRP	XRP	XRP	7	0.5236285072629605	28799567899	8631482173.56	-5.68682	-7.12592	-0.83521	0.5638048080883112	0.5236285072629605	55000000000	55000000000	55000000000	coingecko	{coingecko,coinpaprika}	0.061094068655132006	2026-05-02 12:09:54.123+00	137	7	newest	{old}	\N
1	BTC	BTC	Bitcoin	1	60615.21	1194119705602	268339200602.25	2.53493	-12.50867	-2.50181	69281.39187025248	60615.21348234783	19700000	19700000	19700000	coingecko	{coingecko,coinpaprika,csv}	0.037236701205367595	2026-05-02 12:10:00.123+00	131	1	newest	{old}	\N
21	OLD	OLD	Old Coin	\N	5	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	csv	{csv}	\N	2026-04-30 00:00:00+00	208	42	only	{old}	\N
\.


--
-- Data for Name: data_version; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.data_version (id, version, changed_at) FROM stdin;
1	49	2026-11-26 17:43:48.859075+00
\.


--
-- Data for Name: etl_checkpoints; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.etl_checkpoints (source, stage, raw_seq, observed_at, run_id, updated_at, stream) FROM stdin;
coinpaprika	raw	170	2026-05-02 12:10:00+00	run	2026-11-26 17:43:47.60903+00	snapshot
coinpaprika	quotes	170	2026-05-02 12:10:00+00	run	2026-11-26 17:43:47.650172+00	snapshot
rss	raw	195	2026-05-02 12:10:00+00	run	2026-11-26 17:43:47.790556+00	feeds
rss	news	195	2026-05-02 12:10:00+00	run	2026-11-26 17:43:47.821894+00	feeds
coingecko	raw	198	2026-04-20 00:00:00+00	past run	2026-11-26 17:43:47.971267+00	history
coingecko	history	198	2026-04-21 23:01:14.5+00	past run	2026-11-26 17:43:47.996659+00	history
coinpaprika	raw	201	2026-04-20 00:00:00+00	past run	2026-11-26 17:43:48.11708+00	history
coinpaprika	history	201	2026-04-21 00:00:00+00	past run	2026-11-26 17:43:48.140794+00	history
csv	raw	208	2026-04-30 00:00:00+00	file run	2026-11-26 17:43:48.489843+00	files
csv	quotes	208	2026-04-30 00:00:00+00	file run	2026-11-26 17:43:48.530502+00	files
all	unified	211	2026-05-02 13:00:00+00	run	2026-11-26 17:43:48.805036+00	
coingecko	raw	213	2026-05-02 13:00:00+00	run	2026-11-26 17:43:48.816692+00	snapshot
coingecko	quotes	213	2026-05-02 13:00:00+00	run	2026-11-26 17:43:48.858849+00	snapshot
\.


--
-- Data for Name: identity_events; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.identity_events (event_id, listing_id, kind, asset_id, symbol, name, method, confidence, evidence, known_at, run_id) FROM stdin;
1	1	created	1	BTC	Bitcoin	new	1	{}	2026-11-26 17:43:44.585493+00	run
2	2	created	2	ETH	Ethereum	new	1	{}	2026-11-26 17:43:44.585493+00	run
3	3	created	3	USDT	Tether	new	1	{}	2026-11-26 17:43:44.585493+00	run
4	4	created	4	BNB	BNB	new	1	{}	2026-11-26 17:43:44.585493+00	run
5	5	created	5	SOL	Solana	new	1	{}	2026-11-26 17:43:44.585493+00	run
6	6	created	6	USDC	USDC	new	1	{}	2026-11-26 17:43:44.585493+00	run
7	7	created	7	XRP	XRP	new	1	{}	2026-11-26 17:43:44.585493+00	run
8	8	created	8	DOGE	Dogecoin	new	1	{}	2026-11-26 17:43:44.585493+00	run
9	9	created	9	ADA	Cardano	new	1	{}	2026-11-26 17:43:44.585493+00	run
10	10	created	10	AVAX	Avalanche	new	1	{}	2026-11-26 17:43:44.585493+00	run
11	11	created	11	DOT	Polkadot	new	1	{}	2026-11-26 17:43:44.585493+00	run
12	12	created	12	TRX	TRON	new	1	{}	2026-11-26 17:43:44.585493+00	run
13	13	created	13	BCH	Bitcoin Cash	new	1	{}	2026-11-26 17:43:44.585493+00	run
14	14	created	14	LINK	Chainlink	new	1	{}	2026-11-26 17:43:44.585493+00	run
15	15	created	15	NEAR	NEAR Protocol	new	1	{}	2026-11-26 17:43:44.585493+00	run
16	16	created	16	LTC	Litecoin	new	1	{}	2026-11-26 17:43:44.585493+00	run
17	17	created	17	XLM	Stellar	new	1	{}	2026-11-26 17:43:44.585493+00	run
18	18	created	18	ATOM	Cosmos Hub	new	1	{}	2026-11-26 17:43:44.585493+00	run
19	19	created	19	XMR	Monero	new	1	{}	2026-11-26 17:43:44.585493+00	run
20	20	created	20	HOT	Holo	new	1	{}	2026-11-26 17:43:44.585493+00	run
21	21	linked	1	BTC	Bitcoin	exact_symbol_and_name	0.99	{"name": "Bitcoin", "symbol": "BTC", "price_ratio": 1.0003723500469677}	2026-11-26 17:43:44.782328+00	run
22	22	linked	2	ETH	Ethereum	exact_symbol_and_name	0.99	{"name": "Ethereum", "symbol": "ETH", "price_ratio": 1.0006727361234968}	2026-11-26 17:43:44.782328+00	run
23	23	linked	3	USDT	Tether	exact_symbol_and_name	0.99	{"name": "Tether", "symbol": "USDT", "price_ratio": 1.001749937233542}	2026-11-26 17:43:44.782328+00	run
24	24	linked	4	BNB	BNB	exact_symbol_and_name	0.99	{"name": "BNB", "symbol": "BNB", "price_ratio": 1.000630819535665}	2026-11-26 17:43:44.782328+00	run
25	25	linked	5	SOL	Solana	exact_symbol_and_name	0.99	{"name": "Solana", "symbol": "SOL", "price_ratio": 1.0021676001087219}	2026-11-26 17:43:44.782328+00	run
26	26	linked	6	USDC	USDC	exact_symbol_and_name	0.99	{"name": "USDC", "symbol": "USDC", "price_ratio": 1.0013941650239537}	2026-11-26 17:43:44.782328+00	run
27	27	linked	7	XRP	XRP	exact_symbol_and_name	0.99	{"name": "XRP", "symbol": "XRP", "price_ratio": 1.0006109406865513}	2026-11-26 17:43:44.782328+00	run
28	28	linked	8	DOGE	Dogecoin	exact_symbol_and_name	0.99	{"name": "Dogecoin", "symbol": "DOGE", "price_ratio": 1.001275932315523}	2026-11-26 17:43:44.782328+00	run
29	29	linked	9	ADA	Cardano	exact_symbol_and_name	0.99	{"name": "Cardano", "symbol": "ADA", "price_ratio": 1.001696562807557}	2026-11-26 17:43:44.782328+00	run
30	30	linked	10	AVAX	Avalanche	exact_symbol_and_name	0.99	{"name": "Avalanche", "symbol": "AVAX", "price_ratio": 1.0025552459696807}	2026-11-26 17:43:44.782328+00	run
31	31	linked	11	DOT	Polkadot	exact_symbol_and_name	0.99	{"name": "Polkadot", "symbol": "DOT", "price_ratio": 1.0027771874706595}	2026-11-26 17:43:44.782328+00	run
32	32	linked	12	TRX	TRON	exact_symbol_and_name	0.99	{"name": "TRON", "symbol": "TRX", "price_ratio": 1.0014946251013006}	2026-11-26 17:43:44.782328+00	run
33	33	linked	13	BCH	Bitcoin Cash	exact_symbol_and_name	0.99	{"name": "Bitcoin Cash", "symbol": "BCH", "price_ratio": 1.0016433657852988}	2026-11-26 17:43:44.782328+00	run
34	34	linked	14	LINK	Chainlink	exact_symbol_and_name	0.99	{"name": "Chainlink", "symbol": "LINK", "price_ratio": 1.000240067230579}	2026-11-26 17:43:44.782328+00	run
35	35	linked	15	NEAR	NEAR Protocol	exact_symbol_and_name	0.99	{"name": "NEAR Protocol", "symbol": "NEAR", "price_ratio": 1.0001753368457822}	2026-11-26 17:43:44.782328+00	run
36	36	linked	16	LTC	Litecoin	exact_symbol_and_name	0.99	{"name": "Litecoin", "symbol": "LTC", "price_ratio": 1.000669478382231}	2026-11-26 17:43:44.782328+00	run
37	37	linked	17	XLM	Stellar	exact_symbol_and_name	0.99	{"name": "Stellar", "symbol": "XLM", "price_ratio": 1.0018827761081417}	2026-11-26 17:43:44.782328+00	run
38	38	linked	18	ATOM	Cosmos Hub	exact_symbol_and_name	0.99	{"name": "Cosmos Hub", "symbol": "ATOM", "price_ratio": 1.0028044896630928}	2026-11-26 17:43:44.782328+00	run
39	39	linked	19	XMR	Monero	exact_symbol_and_name	0.99	{"name": "Monero", "symbol": "XMR", "price_ratio": 1.0010481363726087}	2026-11-26 17:43:44.782328+00	run
40	40	linked	20	HOT	Holo	exact_symbol_and_name	0.99	{"name": "Holo", "symbol": "HOT", "price_ratio": 1.000423387587715}	2026-11-26 17:43:44.782328+00	run
41	41	linked	1	BTC	Bitcoin	exact_symbol_and_name	0.9	{"name": "Bitcoin", "symbol": "BTC"}	2026-11-26 17:43:48.265681+00	file run
42	42	created	21	OLD	Old Coin	new	1	{}	2026-11-26 17:43:48.265681+00	file run
43	43	created	22	LATE	Late Coin	new	1	{}	2026-11-26 17:43:48.557435+00	run
44	43	renamed	22	LATE	Late Coin, renamed	source	1	{"name": "Late Coin", "symbol": "LATE"}	2026-11-26 17:43:48.741872+00	run
\.


--
-- Data for Name: ledger; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ledger (id, run_id, source, stage, received, stored, unchanged, quarantined, first_seq, last_seq, retried, recorded_at, stream, records) FROM stdin;
1	run	coingecko	raw	20	20	0	0	1	20	0	2026-11-26 17:43:44.605049+00	snapshot	20
2	run	coingecko	quotes	20	20	0	0	1	20	0	2026-11-26 17:43:44.725048+00	snapshot	20
3	run	coinpaprika	raw	20	20	0	0	1	40	0	2026-11-26 17:43:44.79825+00	snapshot	20
4	run	coinpaprika	quotes	20	20	0	0	21	40	0	2026-11-26 17:43:44.871844+00	snapshot	20
5	run	rss	raw	25	25	0	0	1	65	0	2026-11-26 17:43:45.03842+00	feeds	25
6	run	rss	news	25	25	0	0	41	65	0	2026-11-26 17:43:45.072227+00	feeds	25
7	run	coingecko	raw	20	20	0	0	21	85	0	2026-11-26 17:43:46.219576+00	snapshot	20
8	run	coingecko	quotes	20	20	0	0	66	85	0	2026-11-26 17:43:46.268191+00	snapshot	20
9	run	coinpaprika	raw	20	20	0	0	41	105	0	2026-11-26 17:43:46.323252+00	snapshot	20
10	run	coinpaprika	quotes	20	20	0	0	86	105	0	2026-11-26 17:43:46.361809+00	snapshot	20
11	run	rss	raw	25	25	0	0	66	130	0	2026-11-26 17:43:46.499163+00	feeds	25
12	run	rss	news	25	25	0	0	106	130	0	2026-11-26 17:43:46.533064+00	feeds	25
13	run	coingecko	raw	20	20	0	0	86	150	0	2026-11-26 17:43:47.510895+00	snapshot	20
14	run	coingecko	quotes	20	20	0	0	131	150	0	2026-11-26 17:43:47.552431+00	snapshot	20
15	run	coinpaprika	raw	20	20	0	0	106	170	0	2026-11-26 17:43:47.608712+00	snapshot	20
16	run	coinpaprika	quotes	20	20	0	0	151	170	0	2026-11-26 17:43:47.64989+00	snapshot	20
17	run	rss	raw	25	25	0	0	131	195	0	2026-11-26 17:43:47.790255+00	feeds	25
18	run	rss	news	25	25	0	0	171	195	0	2026-11-26 17:43:47.821601+00	feeds	25
19	past run	coingecko	raw	1	1	0	0	1	196	0	2026-11-26 17:43:47.927649+00	history	1
20	past run	coingecko	raw	1	1	0	0	197	197	0	2026-11-26 17:43:47.949304+00	history	1
21	past run	coingecko	raw	1	1	0	0	198	198	0	2026-11-26 17:43:47.970975+00	history	1
22	past run	coingecko	history	144	144	0	0	196	198	0	2026-11-26 17:43:47.996421+00	history	3
23	past run	coinpaprika	raw	1	1	0	0	1	199	0	2026-11-26 17:43:48.078927+00	history	1
24	past run	coinpaprika	raw	1	1	0	0	200	200	0	2026-11-26 17:43:48.098903+00	history	1
25	past run	coinpaprika	raw	1	1	0	0	201	201	0	2026-11-26 17:43:48.116757+00	history	1
26	past run	coinpaprika	history	6	6	0	0	199	201	0	2026-11-26 17:43:48.14051+00	history	3
27	file run	csv	raw	3	3	0	0	1	204	0	2026-11-26 17:43:48.283788+00	files	3
28	file run	csv	quotes	3	3	0	0	202	204	0	2026-11-26 17:43:48.36949+00	files	3
29	file run	csv	raw	3	3	0	0	205	207	0	2026-11-26 17:43:48.412007+00	files	3
30	file run	csv	quotes	3	2	0	1	205	207	0	2026-11-26 17:43:48.452529+00	files	3
31	file run	csv	raw	1	1	0	0	208	208	0	2026-11-26 17:43:48.489545+00	files	1
32	file run	csv	quotes	1	1	0	0	208	208	0	2026-11-26 17:43:48.530234+00	files	1
33	run	coingecko	raw	1	1	0	0	151	209	0	2026-11-26 17:43:48.565378+00	snapshot	1
34	run	coingecko	quotes	1	1	0	0	209	209	0	2026-11-26 17:43:48.638595+00	snapshot	1
35	run	coingecko	raw	1	1	0	0	210	210	0	2026-11-26 17:43:48.675118+00	snapshot	1
36	run	coingecko	quotes	1	1	0	0	210	210	0	2026-11-26 17:43:48.71585+00	snapshot	1
37	run	coingecko	raw	1	1	0	0	211	211	0	2026-11-26 17:43:48.747694+00	snapshot	1
38	run	coingecko	quotes	1	1	0	0	211	211	0	2026-11-26 17:43:48.784388+00	snapshot	1
39	run	coingecko	raw	2	2	0	0	212	213	0	2026-11-26 17:43:48.816413+00	snapshot	2
40	run	coingecko	quotes	2	0	0	2	212	213	0	2026-11-26 17:43:48.858571+00	snapshot	2
\.


--
-- Data for Name: listings; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.listings (listing_id, source, source_id, asset_id, symbol, name, first_seen, last_seen) FROM stdin;
1	coingecko	bitcoin	1	BTC	Bitcoin	2026-11-26 17:43:44.585493+00	2026-11-26
2	coingecko	ethereum	2	ETH	Ethereum	2026-11-26 17:43:44.585493+00	2026-11-26
3	coingecko	tether	3	USDT	Tether	2026-11-26 17:43:44.585493+00	2026-11-26
4	coingecko	bnb	4	BNB	BNB	2026-11-26 17:43:44.585493+00	2026-11-26
5	coingecko	solana	5	SOL	Solana	2026-11-26 17:43:44.585493+00	2026-11-26
6	coingecko	usdc	6	USDC	USDC	2026-11-26 17:43:44.585493+00	2026-11-26
7	coingecko	xrp	7	XRP	XRP	2026-11-26 17:43:44.585493+00	2026-11-26
8	coingecko	dogecoin	8	DOGE	Dogecoin	2026-11-26 17:43:44.585493+00	2026-11-26
9	coingecko	cardano	9	ADA	Cardano	2026-11-26 17:43:44.585493+00	2026-11-26
10	coingecko	avalanche	10	AVAX	Avalanche	2026-11-26 17:43:44.585493+00	2026-11-26
11	coingecko	polkadot	11	DOT	Polkadot	2026-11-26 17:43:44.585493+00	2026-11-26
12	coingecko	tron	12	TRX	TRON	2026-11-26 17:43:44.585493+00	2026-11-26
13	coingecko	bitcoin-cash	13	BCH	Bitcoin Cash	2026-11-26 17:43:44.585493+00	2026-11-26
14	coingecko	chainlink	14	LINK	Chainlink	2026-11-26 17:43:44.585493+00	2026-11-26
15	coingecko	near-protocol	15	NEAR	NEAR Protocol	2026-11-26 17:43:44.585493+00	2026-11-26
16	coingecko	litecoin	16	LTC	Litecoin	2026-11-26 17:43:44.585493+00	2026-11-26
17	coingecko	stellar	17	XLM	Stellar	2026-11-26 17:43:44.585493+00	2026-11-26
18	coingecko	cosmos-hub	18	ATOM	Cosmos Hub	2026-11-26 17:43:44.585493+00	2026-11-26
19	coingecko	monero	19	XMR	Monero	2026-11-26 17:43:44.585493+00	2026-11-26
20	coingecko	holo	20	HOT	Holo	2026-11-26 17:43:44.585493+00	2026-11-26
21	coinpaprika	btc-bitcoin	1	BTC	Bitcoin	2026-11-26 17:43:44.782328+00	2026-11-26
22	coinpaprika	eth-ethereum	2	ETH	Ethereum	2026-11-26 17:43:44.782328+00	2026-11-26
23	coinpaprika	usdt-tether	3	USDT	Tether	2026-11-26 17:43:44.782328+00	2026-11-26
24	coinpaprika	bnb-bnb	4	BNB	BNB	2026-11-26 17:43:44.782328+00	2026-11-26
25	coinpaprika	sol-solana	5	SOL	Solana	2026-11-26 17:43:44.782328+00	2026-11-26
26	coinpaprika	usdc-usdc	6	USDC	USDC	2026-11-26 17:43:44.782328+00	2026-11-26
27	coinpaprika	xrp-xrp	7	XRP	XRP	2026-11-26 17:43:44.782328+00	2026-11-26
28	coinpaprika	doge-dogecoin	8	DOGE	Dogecoin	2026-11-26 17:43:44.782328+00	2026-11-26
29	coinpaprika	ada-cardano	9	ADA	Cardano	2026-11-26 17:43:44.782328+00	2026-11-26
30	coinpaprika	avax-avalanche	10	AVAX	Avalanche	2026-11-26 17:43:44.782328+00	2026-11-26
31	coinpaprika	dot-polkadot	11	DOT	Polkadot	2026-11-26 17:43:44.782328+00	2026-11-26
32	coinpaprika	trx-tron	12	TRX	TRON	2026-11-26 17:43:44.782328+00	2026-11-26
33	coinpaprika	bch-bitcoin-cash	13	BCH	Bitcoin Cash	2026-11-26 17:43:44.782328+00	2026-11-26
34	coinpaprika	link-chainlink	14	LINK	Chainlink	2026-11-26 17:43:44.782328+00	2026-11-26
35	coinpaprika	near-near-protocol	15	NEAR	NEAR Protocol	2026-11-26 17:43:44.782328+00	2026-11-26
36	coinpaprika	ltc-litecoin	16	LTC	Litecoin	2026-11-26 17:43:44.782328+00	2026-11-26
37	coinpaprika	xlm-stellar	17	XLM	Stellar	2026-11-26 17:43:44.782328+00	2026-11-26
38	coinpaprika	atom-cosmos-hub	18	ATOM	Cosmos Hub	2026-11-26 17:43:44.782328+00	2026-11-26
39	coinpaprika	xmr-monero	19	XMR	Monero	2026-11-26 17:43:44.782328+00	2026-11-26
40	coinpaprika	hot-holo	20	HOT	Holo	2026-11-26 17:43:44.782328+00	2026-11-26
41	csv	BTC:Bitcoin	1	BTC	Bitcoin	2026-11-26 17:43:48.265681+00	2026-11-26
42	csv	OLD:Old Coin	21	OLD	Old Coin	2026-11-26 17:43:48.265681+00	2026-11-26
43	coingecko	late	22	LATE	Late Coin, renamed	2026-11-26 17:43:48.557435+00	2026-11-26
\.


--
-- Data for Name: market_quotes_2013_04; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.market_quotes_2013_04 (observed_at, known_at, price_usd, market_cap_usd, volume_24h_usd, raw_seq, listing_id, rank) FROM stdin;
2013-04-28 00:00:00+00	2026-11-26 17:43:48.265681+00	100	\N	\N	202	41	\N
2013-04-29 00:00:00+00	2026-11-26 17:43:48.265681+00	2	\N	\N	203	42	\N
2013-04-30 00:00:00+00	2026-11-26 17:43:48.265681+00	3	\N	\N	204	42	\N
\.


--
-- Data for Name: market_quotes_2026_04; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.market_quotes_2026_04 (observed_at, known_at, price_usd, market_cap_usd, volume_24h_usd, raw_seq, listing_id, rank) FROM stdin;
2026-04-30 23:50:00.123+00	2026-11-26 17:43:44.585493+00	64035.19	1261493294079	283479202721.69	1	1	1
2026-04-30 23:49:59.123+00	2026-11-26 17:43:44.585493+00	3341.87	401024842007	53494258902.2	2	2	2
2026-04-30 23:49:58.123+00	2026-11-26 17:43:44.585493+00	1.0009529669086485	110104826360	6999917830.86	3	3	3
2026-04-30 23:49:57.123+00	2026-11-26 17:43:44.585493+00	605.108221048844	88950908494	24158690366.78	4	4	4
2026-04-30 23:49:56.123+00	2026-11-26 17:43:44.585493+00	155.49745803974034	71528830698	431415993.8	5	5	5
2026-04-30 23:49:55.123+00	2026-11-26 17:43:44.585493+00	0.9998920205345484	32996436678	3027395646.89	6	6	6
2026-04-30 23:49:54.123+00	2026-11-26 17:43:44.585493+00	0.5284912453846805	29067018496	8711639454.59	7	7	7
2026-04-30 23:49:53.123+00	2026-11-26 17:43:44.585493+00	0.14924787753275026	21491694365	1706051362.26	8	8	8
2026-04-30 23:49:52.123+00	2026-11-26 17:43:44.585493+00	0.4429581992188745	15503536973	3951298284.66	9	9	9
2026-04-30 23:49:50.123+00	2026-11-26 17:43:44.585493+00	33.93733518131419	13235560721	3203067591.18	10	10	10
2026-04-30 23:49:49.123+00	2026-11-26 17:43:44.585493+00	7.191661397474515	10284075798	1948472512.44	11	11	11
2026-04-30 23:49:51.123+00	2026-11-26 17:43:44.585493+00	0.11537714876712186	10037811943	1827878141.33	12	12	12
2026-04-30 23:49:47.123+00	2026-11-26 17:43:44.585493+00	457.4682099134637	9012123735	2059052600	13	13	13
2026-04-30 23:49:48.123+00	2026-11-26 17:43:44.585493+00	13.475955929772486	7950813999	870187653.25	14	14	14
2026-04-30 23:49:46.123+00	2026-11-26 17:43:44.585493+00	6.705333003446795	7241759644	64588386.14	15	15	15
2026-04-30 23:49:45.123+00	2026-11-26 17:43:44.585493+00	81.54420720670029	6034271333	812195256.55	16	16	16
2026-04-30 23:49:43.123+00	2026-11-26 17:43:44.585493+00	0.11493794636774647	3321706650	477146975.88	17	17	17
2026-04-30 23:49:44.123+00	2026-11-26 17:43:44.585493+00	7.714019372585868	3008467555	337503477.77	18	18	18
2026-04-30 23:49:42.123+00	2026-11-26 17:43:44.585493+00	143.22304466677417	2635304022	103194777.23	19	19	19
2026-04-30 23:49:41.123+00	2026-11-26 17:43:44.585493+00	0.002007312490938719	355294311	23992865.97	20	20	20
2026-04-30 23:50:00+00	2026-11-26 17:43:44.782328+00	64059.03350600409	1261962960068	283584744733.4264	21	21	1
2026-04-30 23:49:59+00	2026-11-26 17:43:44.782328+00	3339.6233147572907	400754797771	53458236654.29289	22	22	2
2026-04-30 23:49:58+00	2026-11-26 17:43:44.782328+00	1.0027045717744665	110297502895	7012167247.704301	23	23	3
2026-04-30 23:49:57+00	2026-11-26 17:43:44.782328+00	605.4899351358731	89007020465	24173930140.62213	24	24	4
2026-04-30 23:49:56+00	2026-11-26 17:43:44.782328+00	155.83451434669325	71683876599	432351131.1571652	25	25	5
2026-04-30 23:49:55+00	2026-11-26 17:43:44.782328+00	1.001286035017308	33042439156	3031616336.016348	26	26	6
2026-04-30 23:49:54+00	2026-11-26 17:43:44.782328+00	0.5288141221889722	29084776720	8716961749.580849	27	27	7
2026-04-30 23:49:53+00	2026-11-26 17:43:44.782328+00	0.14905769000919034	21464307361	1703877330.116557	28	28	8
2026-04-30 23:49:52+00	2026-11-26 17:43:44.782328+00	0.44370970562497164	15529839697	3958001910.371951	29	29	9
2026-04-30 23:49:50+00	2026-11-26 17:43:44.782328+00	33.85083796403627	13201826806	3194903826.0569453	30	30	10
2026-04-30 23:49:49+00	2026-11-26 17:43:44.782328+00	7.211633989400807	10312636605	1953883785.8880706	31	31	11
2026-04-30 23:49:51+00	2026-11-26 17:43:44.782328+00	0.1152049605413025	10022831567	1825150225.9859507	32	32	12
2026-04-30 23:49:47+00	2026-11-26 17:43:44.782328+00	458.21999751749735	9026933951	2062436376.5925386	33	33	13
2026-04-30 23:49:48+00	2026-11-26 17:43:44.782328+00	13.47919106519195	7952722728	870396556.7896383	34	34	14
2026-04-30 23:49:46+00	2026-11-26 17:43:44.782328+00	6.706508695385539	7243029391	64599710.86068181	35	35	15
2026-04-30 23:49:45+00	2026-11-26 17:43:44.782328+00	81.59879929062134	6038311148	812739003.7126554	36	36	16
2026-04-30 23:49:43+00	2026-11-26 17:43:44.782328+00	0.11472195062003965	3315464373	476250303.1849206	37	37	17
2026-04-30 23:49:44+00	2026-11-26 17:43:44.782328+00	7.6924459873305	3000053935	336559599.8519838	38	38	18
2026-04-30 23:49:42+00	2026-11-26 17:43:44.782328+00	143.3731619492852	2638066180	103302939.43197145	39	39	19
2026-04-30 23:49:41+00	2026-11-26 17:43:44.782328+00	0.0020081623621320483	355444738	24003024.25074823	40	40	20
2026-04-20 00:00:00.5+00	2026-11-26 17:43:47.919713+00	60446.38485276198	1190793781599.411	267591808373.47964	196	1	\N
2026-04-20 01:00:00.5+00	2026-11-26 17:43:47.919713+00	64089.362190158696	1262560435146.1262	283719007641.9244	196	1	\N
2026-04-20 02:00:00.5+00	2026-11-26 17:43:47.919713+00	66875.07902567896	1317439056805.8755	296051176181.8475	196	1	\N
2026-04-20 03:00:00.5+00	2026-11-26 17:43:47.919713+00	66083.61450701566	1301847205788.2085	292547419549.77686	196	1	\N
2026-04-20 04:00:00.5+00	2026-11-26 17:43:47.919713+00	65126.50386357753	1282992126112.4773	288310359409.37354	196	1	\N
2026-04-20 05:00:00.5+00	2026-11-26 17:43:47.919713+00	65612.8755865462	1292573649054.9602	290463492127.03625	196	1	\N
2026-04-20 06:00:00.5+00	2026-11-26 17:43:47.919713+00	64683.77947350814	1274270455628.1104	286350450302.51324	196	1	\N
2026-04-20 07:00:00.5+00	2026-11-26 17:43:47.919713+00	62205.81676713263	1225454590312.5127	275380687209.21606	196	1	\N
2026-04-20 08:00:00.5+00	2026-11-26 17:43:47.919713+00	62563.56786764652	1232502286992.6365	276964425660.52795	196	1	\N
2026-04-20 09:00:00.5+00	2026-11-26 17:43:47.919713+00	66891.31175560008	1317758841585.3215	296123037312.41815	196	1	\N
2026-04-20 10:00:00.5+00	2026-11-26 17:43:47.919713+00	69773.73830206586	1374542644550.6975	308883332803.2288	196	1	\N
2026-04-20 11:00:00.5+00	2026-11-26 17:43:47.919713+00	67324.93495715605	1326301218655.974	298042656110.7913	196	1	\N
2026-04-20 12:00:00.5+00	2026-11-26 17:43:47.919713+00	63988.90314312455	1260581391919.5537	283274282649.20856	196	1	\N
2026-04-20 13:00:00.5+00	2026-11-26 17:43:47.919713+00	63961.96539271621	1260050718236.5093	283155031161.0866	196	1	\N
2026-04-20 14:00:00.5+00	2026-11-26 17:43:47.919713+00	65206.99461622223	1284577793939.578	288666686195.6653	196	1	\N
2026-04-20 15:00:00.5+00	2026-11-26 17:43:47.919713+00	64978.26194581141	1280071760332.4849	287654103076.6183	196	1	\N
2026-04-20 16:00:00.5+00	2026-11-26 17:43:47.919713+00	65403.83453964654	1288455540431.0369	289538082412.28784	196	1	\N
2026-04-20 17:00:00.5+00	2026-11-26 17:43:47.919713+00	68333.62345462239	1346172382056.061	302508047709.975	196	1	\N
2026-04-20 18:00:00.5+00	2026-11-26 17:43:47.919713+00	69852.73785958758	1376098935833.8752	309233058175.7127	196	1	\N
2026-04-20 19:00:00.5+00	2026-11-26 17:43:47.919713+00	66437.89403593027	1308826512507.8262	294115789602.7236	196	1	\N
2026-04-20 20:00:00.5+00	2026-11-26 17:43:47.919713+00	62524.91705210843	1231740865926.5361	276793321273.55524	196	1	\N
2026-04-20 21:00:00.5+00	2026-11-26 17:43:47.919713+00	63219.30811726713	1245420369910.1624	279867340692.52985	196	1	\N
2026-04-20 22:00:00.5+00	2026-11-26 17:43:47.919713+00	66761.56156690906	1315202762868.1086	295548642537.39233	196	1	\N
2026-04-20 23:00:00.5+00	2026-11-26 17:43:47.919713+00	68005.57967058408	1339709919510.5063	301055821417.03265	196	1	\N
2026-04-21 00:00:00.5+00	2026-11-26 17:43:47.919713+00	66955.6013347624	1319025346294.819	296407642666.2291	196	1	\N
2026-04-21 01:00:00.5+00	2026-11-26 17:43:47.919713+00	67045.0003117063	1320786506140.6143	296803405522.278	196	1	\N
2026-04-21 02:00:00.5+00	2026-11-26 17:43:47.919713+00	67314.23728956237	1326090474604.3787	297995298303.97217	196	1	\N
2026-04-21 03:00:00.5+00	2026-11-26 17:43:47.919713+00	64817.92416144079	1276913105980.3835	286944299210.3516	196	1	\N
2026-04-21 04:00:00.5+00	2026-11-26 17:43:47.919713+00	62094.85463612359	1223268636331.6348	274889465817.399	196	1	\N
2026-04-21 05:00:00.5+00	2026-11-26 17:43:47.919713+00	63673.378094746426	1254365548466.5046	281877475900.74384	196	1	\N
2026-04-21 06:00:00.5+00	2026-11-26 17:43:47.919713+00	68157.8143906007	1342708943494.8337	301729753598.8448	196	1	\N
2026-04-21 07:00:00.5+00	2026-11-26 17:43:47.919713+00	69271.1279895787	1364641221394.7004	306658313014.97833	196	1	\N
2026-04-21 08:00:00.5+00	2026-11-26 17:43:47.919713+00	66012.15600144243	1300439473228.416	292231077873.15576	196	1	\N
2026-04-21 09:00:00.5+00	2026-11-26 17:43:47.919713+00	63722.321735890226	1255329738197.0374	282094145888.1046	196	1	\N
2026-04-21 10:00:00.5+00	2026-11-26 17:43:47.919713+00	64091.3350012336	1262599299524.302	283727741134.9927	196	1	\N
2026-04-21 11:00:00.5+00	2026-11-26 17:43:47.919713+00	64032.0219069992	1261430831567.8843	283465166322.86664	196	1	\N
2026-04-21 12:00:00.5+00	2026-11-26 17:43:47.919713+00	63056.72403692968	1242217463527.5146	279147592635.20245	196	1	\N
2026-04-21 13:00:00.5+00	2026-11-26 17:43:47.919713+00	64419.99275630323	1269073857299.1736	285182685433.6347	196	1	\N
2026-04-21 14:00:00.5+00	2026-11-26 17:43:47.919713+00	67777.56722115485	1335218074256.7505	300046426664.5912	196	1	\N
2026-04-21 15:00:00.5+00	2026-11-26 17:43:47.919713+00	67756.57832875707	1334804593076.5142	299953510344.0179	196	1	\N
2026-04-21 16:00:00.5+00	2026-11-26 17:43:47.919713+00	63339.61004577657	1247790317901.7983	280399908697.69794	196	1	\N
2026-04-21 17:00:00.5+00	2026-11-26 17:43:47.919713+00	60470.17940491858	1191262534276.896	267697145148.48334	196	1	\N
2026-04-21 18:00:00.5+00	2026-11-26 17:43:47.919713+00	62064.0712763282	1222662204143.6655	274753190092.4648	196	1	\N
2026-04-21 19:00:00.5+00	2026-11-26 17:43:47.919713+00	64572.01975033847	1272068789081.668	285855698027.4328	196	1	\N
2026-04-21 20:00:00.5+00	2026-11-26 17:43:47.919713+00	64560.46894883531	1271841238292.0557	285804563458.0136	196	1	\N
2026-04-21 21:00:00.5+00	2026-11-26 17:43:47.919713+00	64143.25147440887	1263622054045.8547	283957571636.4392	196	1	\N
2026-04-21 22:00:00.5+00	2026-11-26 17:43:47.919713+00	65119.63776811069	1282856864031.7805	288279963697.423	196	1	\N
2026-04-21 23:00:00.5+00	2026-11-26 17:43:47.919713+00	64510.776574965465	1270862298526.8196	285584578884.6004	196	1	\N
2026-04-20 00:00:37.5+00	2026-11-26 17:43:47.941297+00	2928.676798925587	351441215871.07043	46880106720.14345	197	2	\N
2026-04-20 01:00:37.5+00	2026-11-26 17:43:47.941297+00	2855.2458720701784	342629504648.4214	45704678387.18314	197	2	\N
2026-04-20 02:00:37.5+00	2026-11-26 17:43:47.941297+00	2948.689485787821	353842738294.5385	47200455109.6286	197	2	\N
2026-04-20 03:00:37.5+00	2026-11-26 17:43:47.941297+00	3120.692619657187	374483114358.8625	49953754918.93265	197	2	\N
2026-04-20 04:00:37.5+00	2026-11-26 17:43:47.941297+00	3181.5031942516757	381780383310.2011	50927165924.11721	197	2	\N
2026-04-20 05:00:37.5+00	2026-11-26 17:43:47.941297+00	3047.5978601203833	365711743214.446	48783707705.4519	197	2	\N
2026-04-20 06:00:37.5+00	2026-11-26 17:43:47.941297+00	2858.523172075356	343022780649.0427	45757138998.08191	197	2	\N
2026-04-20 07:00:37.5+00	2026-11-26 17:43:47.941297+00	2802.4224787273906	336290697447.28687	44859120311.898605	197	2	\N
2026-04-20 08:00:37.5+00	2026-11-26 17:43:47.941297+00	2928.3978755489693	351407745065.87634	46875641919.63444	197	2	\N
2026-04-20 09:00:37.5+00	2026-11-26 17:43:47.941297+00	3110.308059216056	373236967105.9267	49787526504.14115	197	2	\N
2026-04-20 10:00:37.5+00	2026-11-26 17:43:47.941297+00	3150.4704470466286	378056453645.59546	50430416504.268105	197	2	\N
2026-04-20 11:00:37.5+00	2026-11-26 17:43:47.941297+00	3005.736689748442	360688402769.81305	48113624842.36962	197	2	\N
2026-04-20 12:00:37.5+00	2026-11-26 17:43:47.941297+00	2840.0542370548474	340806508446.58167	45461501854.00152	197	2	\N
2026-04-20 13:00:37.5+00	2026-11-26 17:43:47.941297+00	2815.859747632623	337903169715.9148	45074214241.189705	197	2	\N
2026-04-20 14:00:37.5+00	2026-11-26 17:43:47.941297+00	2946.156337923514	353538760550.82166	47159906339.52867	197	2	\N
2026-04-20 15:00:37.5+00	2026-11-26 17:43:47.941297+00	3099.6245527848546	371954946334.18256	49616512781.553604	197	2	\N
2026-04-20 16:00:37.5+00	2026-11-26 17:43:47.941297+00	3122.866821389588	374744018566.75055	49988557943.04356	197	2	\N
2026-04-20 17:00:37.5+00	2026-11-26 17:43:47.941297+00	3009.200123970247	361104014876.4297	48169064953.06944	197	2	\N
2026-04-20 18:00:37.5+00	2026-11-26 17:43:47.941297+00	2891.008068723237	346920968246.78845	46277133359.42768	197	2	\N
2026-04-20 19:00:37.5+00	2026-11-26 17:43:47.941297+00	2878.638500113434	345436620013.61206	46079130392.10727	197	2	\N
2026-04-20 20:00:37.5+00	2026-11-26 17:43:47.941297+00	2972.691916333379	356723029960.0055	47584668385.03386	197	2	\N
2026-04-20 21:00:37.5+00	2026-11-26 17:43:47.941297+00	3086.371025631176	370364523075.74115	49404360055.24024	197	2	\N
2026-04-20 22:00:37.5+00	2026-11-26 17:43:47.941297+00	3127.119481857107	375254337822.85284	50056631407.700005	197	2	\N
2026-04-20 23:00:37.5+00	2026-11-26 17:43:47.941297+00	3077.56206402687	369307447683.22437	49263352669.155495	197	2	\N
2026-04-21 00:00:37.5+00	2026-11-26 17:43:47.941297+00	2996.2532101040797	359550385212.48956	47961820267.01698	197	2	\N
2026-04-21 01:00:37.5+00	2026-11-26 17:43:47.941297+00	2954.7897932034475	354574775184.4137	47298104349.30406	197	2	\N
2026-04-21 02:00:37.5+00	2026-11-26 17:43:47.941297+00	2989.7482490089783	358769789881.0774	47857693628.5089	197	2	\N
2026-04-21 03:00:37.5+00	2026-11-26 17:43:47.941297+00	3086.8402642999567	370420831715.9948	49411871283.13596	197	2	\N
2026-04-21 04:00:37.5+00	2026-11-26 17:43:47.941297+00	3182.231255249903	381867750629.98834	50938820189.72555	197	2	\N
2026-04-21 05:00:37.5+00	2026-11-26 17:43:47.941297+00	3197.366319074868	383683958288.98413	51181091172.850365	197	2	\N
2026-04-21 06:00:37.5+00	2026-11-26 17:43:47.941297+00	3114.199435632928	373703932275.95135	49849816799.12288	197	2	\N
2026-04-21 07:00:37.5+00	2026-11-26 17:43:47.941297+00	3012.1451582296136	361457418987.55365	48216206897.99973	197	2	\N
2026-04-21 08:00:37.5+00	2026-11-26 17:43:47.941297+00	3000.8347134548735	360100165614.58484	48035157606.97294	197	2	\N
2026-04-21 09:00:37.5+00	2026-11-26 17:43:47.941297+00	3118.1614946326504	374179379355.918	49913238528.96574	197	2	\N
2026-04-21 10:00:37.5+00	2026-11-26 17:43:47.941297+00	3278.127198884972	393375263866.19666	52473852007.94809	197	2	\N
2026-04-21 11:00:37.5+00	2026-11-26 17:43:47.941297+00	3323.3571331106136	398802855973.2736	53197859568.02471	197	2	\N
2026-04-21 12:00:37.5+00	2026-11-26 17:43:47.941297+00	3199.774758292635	383972970995.1162	51219643698.55048	197	2	\N
2026-04-21 13:00:37.5+00	2026-11-26 17:43:47.941297+00	3041.961635444619	365035396253.35425	48693487161.3497	197	2	\N
2026-04-21 14:00:37.5+00	2026-11-26 17:43:47.941297+00	3021.21521058858	362545825270.6296	48361393633.08146	197	2	\N
2026-04-21 15:00:37.5+00	2026-11-26 17:43:47.941297+00	3177.0898113783915	381250777365.407	50856519733.25985	197	2	\N
2026-04-21 16:00:37.5+00	2026-11-26 17:43:47.941297+00	3372.5561391216006	404706736694.5921	53985401113.46469	197	2	\N
2026-04-21 17:00:37.5+00	2026-11-26 17:43:47.941297+00	3401.4267112594885	408171205351.1386	54447540023.225	197	2	\N
2026-04-21 18:00:37.5+00	2026-11-26 17:43:47.941297+00	3232.8139607512294	387937675290.1475	51748510980.10765	197	2	\N
2026-04-21 19:00:37.5+00	2026-11-26 17:43:47.941297+00	3058.1305468168193	366975665618.0183	48952307216.521164	197	2	\N
2026-04-21 20:00:37.5+00	2026-11-26 17:43:47.941297+00	3056.781680808778	366813801697.0534	48930715560.37415	197	2	\N
2026-04-21 21:00:37.5+00	2026-11-26 17:43:47.941297+00	3232.3199704329445	387878396451.95337	51740603545.98983	197	2	\N
2026-04-21 22:00:37.5+00	2026-11-26 17:43:47.941297+00	3412.03193105186	409443831726.2232	54617300590.809425	197	2	\N
2026-04-21 23:00:37.5+00	2026-11-26 17:43:47.941297+00	3404.094609924919	408491353190.9903	54490245785.158104	197	2	\N
2026-04-20 00:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9996596540463774	109962561945.1015	6990873366.170405	198	3	\N
2026-04-20 01:01:14.5+00	2026-11-26 17:43:47.962859+00	0.999162642858914	109907890714.48055	6987397640.948265	198	3	\N
2026-04-20 02:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0000476561106622	110005242172.17284	6993586762.961252	198	3	\N
2026-04-20 03:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0007709342908813	110084802771.99693	6998644830.620539	198	3	\N
2026-04-20 04:01:14.5+00	2026-11-26 17:43:47.962859+00	1.000300470482678	110033051753.09457	6995354757.951103	198	3	\N
2026-04-20 05:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9999490630901489	109994396939.91638	6992897276.976291	198	3	\N
2026-04-20 06:01:14.5+00	2026-11-26 17:43:47.962859+00	1.000275041362535	110030254549.87885	6995176925.667872	198	3	\N
2026-04-20 07:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9999588497512539	109995473472.63794	6992965717.578237	198	3	\N
2026-04-20 08:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9990358584622205	109893944430.84425	6986511005.523395	198	3	\N
2026-04-20 09:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9992100400179215	109913104401.97136	6987729101.29599	198	3	\N
2026-04-20 10:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0003063146871172	110033694615.58289	6995395627.954205	198	3	\N
2026-04-20 11:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0004667451174676	110051341962.92143	6996517558.621427	198	3	\N
2026-04-20 12:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9997902881300598	109976931694.30658	6991786923.432254	198	3	\N
2026-04-20 13:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9997715562902111	109974871191.92322	6991655926.927825	198	3	\N
2026-04-20 14:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9999911145646523	109999022602.11176	6993191353.597193	198	3	\N
2026-04-20 15:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9992962876133504	109922591637.46855	6988332252.593875	198	3	\N
2026-04-20 16:01:14.5+00	2026-11-26 17:43:47.962859+00	0.998722714364911	109859498580.14021	6984321109.47148	198	3	\N
2026-04-20 17:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9995236881059152	109947605691.65067	6989922521.882517	198	3	\N
2026-04-20 18:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0004063229885944	110044695528.74539	6996095011.357709	198	3	\N
2026-04-20 19:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0000049160954312	110000540770.49744	6993287871.200503	198	3	\N
2026-04-20 20:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9994477187629308	109939249063.9224	6989391249.00943	198	3	\N
2026-04-20 21:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9997015868160279	109967174549.76308	6991166612.658182	198	3	\N
2026-04-20 22:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9996088638406448	109956975022.47093	6990518177.386824	198	3	\N
2026-04-20 23:01:14.5+00	2026-11-26 17:43:47.962859+00	0.998789491146753	109866844026.14282	6984788096.434261	198	3	\N
2026-04-21 00:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9988383896224605	109872222858.47066	6985130055.870242	198	3	\N
2026-04-21 01:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9999661587938814	109996277467.32695	6993016831.566111	198	3	\N
2026-04-21 02:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0003130832108984	110034439153.19882	6995442961.956771	198	3	\N
2026-04-21 03:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9995817517457669	109953992692.03436	6990328575.634651	198	3	\N
2026-04-21 04:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9993684878785899	109930533666.64488	6988837167.350862	198	3	\N
2026-04-21 05:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9996822452532629	109965046977.85892	6991031352.2068405	198	3	\N
2026-04-21 06:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9992304521464165	109915349736.10582	6987871848.484861	198	3	\N
2026-04-21 07:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9986423347369388	109850656821.06326	6983758994.357502	198	3	\N
2026-04-21 08:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9993427012721242	109927697139.93367	6988656835.075157	198	3	\N
2026-04-21 09:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0003646923649172	110040116160.1409	6995803877.853317	198	3	\N
2026-04-21 10:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0000868870507007	110009557575.57707	6993861114.869659	198	3	\N
2026-04-21 11:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9993696924127564	109930666165.4032	6988845590.963628	198	3	\N
2026-04-21 12:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9995280313435345	109948083447.7888	6989952895.244164	198	3	\N
2026-04-21 13:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9996575340784559	109962328748.63016	6990858540.697338	198	3	\N
2026-04-21 14:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9990016297996858	109890179277.96544	6986271635.809608	198	3	\N
2026-04-21 15:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9989424056864908	109883664625.51399	6985857466.573215	198	3	\N
2026-04-21 16:01:14.5+00	2026-11-26 17:43:47.962859+00	1.0000538533142092	110005923864.563	6993630101.576596	198	3	\N
2026-04-21 17:01:14.5+00	2026-11-26 17:43:47.962859+00	1.000585270448389	110064379749.3228	6997346436.305749	198	3	\N
2026-04-21 18:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9998517447949622	109983691927.44585	6992216705.468671	198	3	\N
2026-04-21 19:01:14.5+00	2026-11-26 17:43:47.962859+00	0.99944344729753	109938779202.7283	6989361377.5691	198	3	\N
2026-04-21 20:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9998077874134088	109978856615.47498	6991909300.356637	198	3	\N
2026-04-21 21:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9996140169897781	109957541868.8756	6990554214.664993	198	3	\N
2026-04-21 22:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9990510655681933	109895617212.50127	6986617352.670338	198	3	\N
2026-04-21 23:01:14.5+00	2026-11-26 17:43:47.962859+00	0.9996161108849771	109957772197.34749	6990568857.804905	198	3	\N
2026-04-20 00:00:00+00	2026-11-26 17:43:48.07194+00	60466.88200797634	1191197575557	267682547809	199	21	\N
2026-04-21 00:00:00+00	2026-11-26 17:43:48.07194+00	66982.02009412361	1319545795854	296524596618	199	21	\N
2026-04-20 00:00:00+00	2026-11-26 17:43:48.09159+00	2914.1208630208616	349694503563	46647105991	200	22	\N
2026-04-21 00:00:00+00	2026-11-26 17:43:48.09159+00	2970.1689977605074	356420279731	47544283358	200	22	\N
2026-04-20 00:00:00+00	2026-11-26 17:43:48.109826+00	1.001302743021826	110143301732	7002363904	201	23	\N
2026-04-21 00:00:00+00	2026-11-26 17:43:48.109826+00	1.0006529149314944	110071820642	6997819491	201	23	\N
2026-04-30 00:00:00+00	2026-11-26 17:43:48.40536+00	60000	\N	\N	205	41	\N
2026-04-30 00:00:00+00	2026-11-26 17:43:48.481759+00	5	\N	\N	208	42	\N
\.


--
-- Data for Name: market_quotes_2026_05; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.market_quotes_2026_05 (observed_at, known_at, price_usd, market_cap_usd, volume_24h_usd, raw_seq, listing_id, rank) FROM stdin;
2026-05-01 12:00:00.123+00	2026-11-26 17:43:46.211931+00	66242.55	1304978198314	293251007328.76	66	1	1
2026-05-01 11:59:59.123+00	2026-11-26 17:43:46.211931+00	3086.94	370432379301	49413411660.35	67	2	2
2026-05-01 11:59:58.123+00	2026-11-26 17:43:46.211931+00	1.0002345236575796	110025797602	6994893575.09	68	3	3
2026-05-01 11:59:57.123+00	2026-11-26 17:43:46.211931+00	582.499606671707	85627442181	23256050978.72	69	4	4
2026-05-01 11:59:56.123+00	2026-11-26 17:43:46.211931+00	139.64410970561354	64236290465	387432072.05	70	5	5
2026-05-01 11:59:55.123+00	2026-11-26 17:43:46.211931+00	0.9999494774734277	32998332757	3027569610.56	71	6	6
2026-05-01 11:59:54.123+00	2026-11-26 17:43:46.211931+00	0.5262243051543801	28942336783	8674271255.73	72	7	7
2026-05-01 11:59:53.123+00	2026-11-26 17:43:46.211931+00	0.1409341048090506	20294511093	1611016688.97	73	8	8
2026-05-01 11:59:52.123+00	2026-11-26 17:43:46.211931+00	0.43886674858098673	15360336200	3914801518.34	74	9	9
2026-05-01 11:59:50.123+00	2026-11-26 17:43:46.211931+00	35.980180128682754	14032270250	3395875023.17	75	10	10
2026-05-01 11:59:49.123+00	2026-11-26 17:43:46.211931+00	6.980659117778757	9982342538	1891304617.66	76	11	11
2026-05-01 11:59:51.123+00	2026-11-26 17:43:46.211931+00	0.11251927787350219	9789177175	1782601933.75	77	12	12
2026-05-01 11:59:47.123+00	2026-11-26 17:43:46.211931+00	441.25323863155944	8692688801	1986069432.97	78	13	13
2026-05-01 11:59:48.123+00	2026-11-26 17:43:46.211931+00	14.19747523873004	8376510391	916778573.96	79	14	14
2026-05-01 11:59:46.123+00	2026-11-26 17:43:46.211931+00	6.976630173650333	7534760588	67201626.43	80	15	15
2026-05-01 11:59:45.123+00	2026-11-26 17:43:46.211931+00	82.62170779036038	6114006376	822927359.94	81	16	16
2026-05-01 11:59:44.123+00	2026-11-26 17:43:46.211931+00	7.976442549430005	3110812594	348985006.47	82	18	17
2026-05-01 11:59:43.123+00	2026-11-26 17:43:46.211931+00	0.10553314884206835	3049908002	438104424.31	83	17	18
2026-05-01 11:59:42.123+00	2026-11-26 17:43:46.211931+00	141.26400555487191	2599257702	101783254.35	84	19	19
2026-05-01 11:59:41.123+00	2026-11-26 17:43:46.211931+00	0.0019907841504465834	352368795	23795307.16	85	20	20
2026-05-01 12:00:00+00	2026-11-26 17:43:46.315939+00	66267.21087043876	1305464054148	293360187476.57434	86	21	1
2026-05-01 11:59:59+00	2026-11-26 17:43:46.315939+00	3084.857796503175	370182935580	49380137395.014046	87	22	2
2026-05-01 11:59:58+00	2026-11-26 17:43:46.315939+00	1.0019848712928023	110218335842	7007134199.797927	88	23	3
2026-05-01 11:59:57+00	2026-11-26 17:43:46.315939+00	582.8670588031127	85681457644	23270721349.999775	89	24	4
2026-05-01 11:59:56+00	2026-11-26 17:43:46.315939+00	139.9468022929938	64375529055	388271869.8541504	90	25	5
2026-05-01 11:59:55+00	2026-11-26 17:43:46.315939+00	1.0013435720606418	33044337878	3031790542.2215643	91	26	6
2026-05-01 11:59:54+00	2026-11-26 17:43:46.315939+00	0.5265457969926511	28960018835	8679570720.971226	92	27	7
2026-05-01 11:59:53+00	2026-11-26 17:43:46.315939+00	0.1407545115791711	20268649667	1608963760.1159062	93	28	8
2026-05-01 11:59:52+00	2026-11-26 17:43:46.315939+00	0.43961131358410266	15386395975	3921443224.993716	94	29	9
2026-05-01 11:59:50+00	2026-11-26 17:43:46.315939+00	35.888476244401275	13996505735	3387219843.314026	95	30	10
2026-05-01 11:59:49+00	2026-11-26 17:43:46.315939+00	7.0000457168175965	10010065375	1896557125.1490457	96	31	11
2026-05-01 11:59:51+00	2026-11-26 17:43:46.315939+00	0.11235135471857469	9774567861	1779941588.373864	97	32	12
2026-05-01 11:59:47+00	2026-11-26 17:43:46.315939+00	441.9783791065788	8706974068	1989333271.518792	98	33	13
2026-05-01 11:59:48+00	2026-11-26 17:43:46.315939+00	14.200883587291814	8378521317	916998662.4544716	99	34	14
2026-05-01 11:59:46+00	2026-11-26 17:43:46.315939+00	6.9778534339791705	7536081709	67213409.35163832	100	35	15
2026-05-01 11:59:45+00	2026-11-26 17:43:46.315939+00	82.67702123762902	6118099572	823478292.0184928	101	36	16
2026-05-01 11:59:44+00	2026-11-26 17:43:46.315939+00	7.95413525931641	3102112751	348009018.77675664	102	38	17
2026-05-01 11:59:43+00	2026-11-26 17:43:46.315939+00	0.10533482694653817	3044176499	437281121.861059	103	37	18
2026-05-01 11:59:42+00	2026-11-26 17:43:46.315939+00	141.41206949723437	2601982079	101889937.08173828	104	39	19
2026-05-01 11:59:41+00	2026-11-26 17:43:46.315939+00	0.001991627023745702	352517983	23805381.801230147	105	40	20
2026-05-02 12:10:00.123+00	2026-11-26 17:43:47.502429+00	60615.21	1194119705602	268339200602.25	131	1	1
2026-05-02 12:09:59.123+00	2026-11-26 17:43:47.502429+00	3011.81	361417547937	48210888343.94	132	2	2
2026-05-02 12:09:58.123+00	2026-11-26 17:43:47.502429+00	1.0000935280964731	110010288091	6993907557.39	133	3	3
2026-05-02 12:09:57.123+00	2026-11-26 17:43:47.502429+00	534.6499506585247	78593542747	21345673655.18	134	4	4
2026-05-02 12:09:56.123+00	2026-11-26 17:43:47.502429+00	148.74706100134586	68423648061	412687525.29	135	5	5
2026-05-02 12:09:55.123+00	2026-11-26 17:43:47.502429+00	1.0007551463536641	33024919830	3030008952.42	136	6	6
2026-05-02 12:09:54.123+00	2026-11-26 17:43:47.502429+00	0.5236285072629605	28799567899	8631482173.56	137	7	7
2026-05-02 12:09:53.123+00	2026-11-26 17:43:47.502429+00	0.15215905261719773	21910903577	1739328982.69	138	8	8
2026-05-02 12:09:52.123+00	2026-11-26 17:43:47.502429+00	0.45494524469092656	15923083564	4058225738.08	139	9	9
2026-05-02 12:09:50.123+00	2026-11-26 17:43:47.502429+00	37.05709621896524	14452267525	3497516327.91	140	10	10
2026-05-02 12:09:51.123+00	2026-11-26 17:43:47.502429+00	0.12777283798684075	11116236905	2024258530.46	141	12	11
2026-05-02 12:09:49.123+00	2026-11-26 17:43:47.502429+00	7.054029184085752	10087261733	1911183133.84	142	11	12
2026-05-02 12:09:47.123+00	2026-11-26 17:43:47.502429+00	488.7075391286769	9627538521	2199660014.13	143	13	13
2026-05-02 12:09:48.123+00	2026-11-26 17:43:47.502429+00	14.335431762620152	8457904740	925686889.22	144	14	14
2026-05-02 12:09:46.123+00	2026-11-26 17:43:47.502429+00	6.885666660925246	7436519994	66325430.35	145	15	15
2026-05-02 12:09:45.123+00	2026-11-26 17:43:47.502429+00	83.72801120485616	6195872829	833946344.81	146	16	16
2026-05-02 12:09:44.123+00	2026-11-26 17:43:47.502429+00	8.35195548950721	3257262641	365414434.13	147	18	17
2026-05-02 12:09:43.123+00	2026-11-26 17:43:47.502429+00	0.11151693449085899	3222839407	462945178.1	148	17	18
2026-05-02 12:09:42.123+00	2026-11-26 17:43:47.502429+00	131.390994178089	2417594293	94669572.25	149	19	19
2026-05-02 12:09:41.123+00	2026-11-26 17:43:47.502429+00	0.0019558383363732132	346183386	23377609.25	150	20	20
2026-05-02 12:10:00+00	2026-11-26 17:43:47.601368+00	60637.78110463271	1194564287761	268439105846.74872	151	21	1
2026-05-02 12:09:59+00	2026-11-26 17:43:47.601368+00	3009.7847889241057	361174174671	48178423840.14174	152	22	2
2026-05-02 12:09:58+00	2026-11-26 17:43:47.601368+00	1.0018436289983137	110202799190	7006146456.6288185	153	23	3
2026-05-02 12:09:57+00	2026-11-26 17:43:47.601368+00	534.9872182921425	78643121089	21359138923.12328	154	24	4
2026-05-02 12:09:56+00	2026-11-26 17:43:47.601368+00	149.06948514694443	68571963168	413582066.8129497	155	25	5
2026-05-02 12:09:55+00	2026-11-26 17:43:47.601368+00	1.0021503641762521	33070962018	3034233284.926361	156	26	6
2026-05-02 12:09:54+00	2026-11-26 17:43:47.601368+00	0.5239484132226856	28817162727	8636755497.205925	157	27	7
2026-05-02 12:09:53+00	2026-11-26 17:43:47.601368+00	0.15196515536463454	21882982373	1737112544.6629193	158	28	8
2026-05-02 12:09:52+00	2026-11-26 17:43:47.601368+00	0.45571708787254406	15950098076	4065110772.9277472	159	29	9
2026-05-02 12:09:50+00	2026-11-26 17:43:47.601368+00	36.9626475627518	14415432549	3488602091.472397	160	30	10
2026-05-02 12:09:51+00	2026-11-26 17:43:47.601368+00	0.1275821505022222	11099647094	2021237538.0956123	161	32	11
2026-05-02 12:09:49+00	2026-11-26 17:43:47.601368+00	7.073619545553461	10115275950	1916490847.692923	162	31	12
2026-05-02 12:09:47+00	2026-11-26 17:43:47.601368+00	489.51066437749853	9643360088	2203274860.13655	163	33	13
2026-05-02 12:09:48+00	2026-11-26 17:43:47.601368+00	14.338873230022557	8459935206	925909116.3032658	164	34	14
2026-05-02 12:09:46+00	2026-11-26 17:43:47.601368+00	6.88687397199868	7437823890	66337059.64344455	165	35	15
2026-05-02 12:09:45+00	2026-11-26 17:43:47.601368+00	83.784065298345	6200020832	834504653.861978	166	36	16
2026-05-02 12:09:44+00	2026-11-26 17:43:47.601368+00	8.328598022445208	3248153229	364392499.1321165	167	38	17
2026-05-02 12:09:43+00	2026-11-26 17:43:47.601368+00	0.11130736763840925	3216782925	462075193.9624708	168	37	18
2026-05-02 12:09:42+00	2026-11-26 17:43:47.601368+00	131.52870985812027	2420128261	94768798.86937924	169	39	19
2026-05-02 12:09:41+00	2026-11-26 17:43:47.601368+00	0.001956666414048411	346329955	23387507.042590566	170	40	20
2026-05-02 12:10:00+00	2026-11-26 17:43:48.66664+00	0.6	1111111111.1111112	1000000	210	43	900
2026-05-02 13:00:00+00	2026-11-26 17:43:48.741872+00	0.6	1111111111.1111112	1000000	211	43	900
\.


--
-- Data for Name: news_articles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.news_articles (id, feed, guid, url, title, summary, author, tags, published_at, raw_seq, source) FROM stdin;
5bb087a7297fb9cd	demo	ecb8339f-6813-5318-b1fe-e15b33f165fd	https://news.example/demo/5925310	Avalanche (AVAX) slips	Avalanche slips & the market looks on.	Simulator	{Markets,AVAX}	2026-04-30 23:50:00+00	41	rss
7c2e73ef213d925f	demo	9b7d5ad2-cfc6-5bfb-b3ef-b7212bc48774	https://news.example/demo/5925309	Polkadot (DOT) recovers	Polkadot recovers & the market looks on.	Simulator	{Markets,DOT}	2026-04-30 23:45:00+00	42	rss
6928909fa9cb8506	demo	840cd01d-c249-5a65-ac21-ca2bc53400b3	https://news.example/demo/5925308	Chainlink (LINK) loses	Chainlink loses & the market looks on.	Simulator	{Markets,LINK}	2026-04-30 23:40:00+00	43	rss
2f803983894dd727	demo	f6004367-c12e-5dd4-9bdb-bf9e2ccc32ac	https://news.example/demo/5925307	Bitcoin Cash (BCH) gains	Bitcoin Cash gains & the market looks on.	Simulator	{Markets,BCH}	2026-04-30 23:35:00+00	44	rss
69f1d825274aea68	demo	b8382ae6-e1c2-5d31-955d-6407030bdac1	https://news.example/demo/5925306	NEAR Protocol (NEAR) sideways	NEAR Protocol sideways & the market looks on.	Simulator	{Markets,NEAR}	2026-04-30 23:30:00+00	45	rss
8b76de9f0ef6c0c3	demo	67f23e90-5ba0-57cd-b3b0-3cd4d1d714a5	https://news.example/demo/5925305	Litecoin (LTC) trades	Litecoin trades & the market looks on.	Simulator	{Markets,LTC}	2026-04-30 23:25:00+00	46	rss
590c21af36363b37	demo	cbe5c654-73a7-5b86-a556-c63faff76bbd	https://news.example/demo/5925304	Cosmos Hub (ATOM) falls	Cosmos Hub falls & the market looks on.	Simulator	{Markets,ATOM}	2026-04-30 23:20:00+00	47	rss
b7c18288c06cc4cc	demo	4a312ab1-fdb5-5b3e-a43d-f0eb1a3125b6	https://news.example/demo/5925303	Stellar (XLM) rises	Stellar rises & the market looks on.	Simulator	{Markets,XLM}	2026-04-30 23:15:00+00	48	rss
7c104717eb72384b	demo	b1d9b69f-2cfc-5c38-bce8-3346d73628d8	https://news.example/demo/5925302	Monero (XMR) steadies	Monero steadies & the market looks on.	Simulator	{Markets,XMR}	2026-04-30 23:10:00+00	49	rss
dd5e565d47064232	demo	95399684-f73e-5780-81cd-9adb651145b0	https://news.example/demo/5925301	Holo (HOT) slips	Holo slips & the market looks on.	Simulator	{Markets,HOT}	2026-04-30 23:05:00+00	50	rss
e1b6ba78c78fb47d	demo	679ad9e7-038e-555f-8093-eac5951f9d35	https://news.example/demo/5925300	Bitcoin (BTC) recovers	Bitcoin recovers & the market looks on.	Simulator	{Markets,BTC}	2026-04-30 23:00:00+00	51	rss
83fa88682d0ac6fe	demo	89a3d280-a43f-558d-8a4a-e47adb7474b1	https://news.example/demo/5925299	Ethereum (ETH) loses	Ethereum loses & the market looks on.	Simulator	{Markets,ETH}	2026-04-30 22:55:00+00	52	rss
e992d6b7f6a283c0	demo	8db1380e-5ccc-5fe9-9431-186595822059	https://news.example/demo/5925298	Tether (USDT) gains	Tether gains & the market looks on.	Simulator	{Markets,USDT}	2026-04-30 22:50:00+00	53	rss
38e7ffbc8aa52e73	demo	b5ffdf65-39e7-5775-ad7f-850143abf301	https://news.example/demo/5925297	BNB (BNB) sideways	BNB sideways & the market looks on.	Simulator	{Markets,BNB}	2026-04-30 22:45:00+00	54	rss
4cc17f28c091a1d3	demo	92fdb08a-76f5-5f42-bcfa-5aca6dff1ef6	https://news.example/demo/5925296	Solana (SOL) trades	Solana trades & the market looks on.	Simulator	{Markets,SOL}	2026-04-30 22:40:00+00	55	rss
1bd2579fc6b1ed9b	demo	47190fe8-bf9c-561e-b0fd-7446dbea8a97	https://news.example/demo/5925295	USDC (USDC) falls	USDC falls & the market looks on.	Simulator	{Markets,USDC}	2026-04-30 22:35:00+00	56	rss
896da888f21d95ab	demo	c003b5a3-090d-581d-8364-e07a9dc47512	https://news.example/demo/5925294	XRP (XRP) rises	XRP rises & the market looks on.	Simulator	{Markets,XRP}	2026-04-30 22:30:00+00	57	rss
41f726e3f6b191af	demo	58762d64-cd15-5770-8b9d-222473c7a6b0	https://news.example/demo/5925293	Dogecoin (DOGE) steadies	Dogecoin steadies & the market looks on.	Simulator	{Markets,DOGE}	2026-04-30 22:25:00+00	58	rss
4887fe11551785d1	demo	7810740d-84f8-5861-afbb-e15e20a2b1da	https://news.example/demo/5925292	Cardano (ADA) slips	Cardano slips & the market looks on.	Simulator	{Markets,ADA}	2026-04-30 22:20:00+00	59	rss
d71e1a7617fcc832	demo	096b7968-16dc-5d36-bda7-22340dea9f15	https://news.example/demo/5925291	TRON (TRX) recovers	TRON recovers & the market looks on.	Simulator	{Markets,TRX}	2026-04-30 22:15:00+00	60	rss
2910e55828c2065d	demo	d43d794d-3068-51e0-b662-ebec48d34782	https://news.example/demo/5925290	Avalanche (AVAX) loses	Avalanche loses & the market looks on.	Simulator	{Markets,AVAX}	2026-04-30 22:10:00+00	61	rss
a20b24dcb7bb3a41	demo	ad610730-922d-50a9-a4be-fe9b1487489a	https://news.example/demo/5925289	Polkadot (DOT) gains	Polkadot gains & the market looks on.	Simulator	{Markets,DOT}	2026-04-30 22:05:00+00	62	rss
ef31c49254799384	demo	7ec842a6-7b70-5d4e-b350-67f88bf3c2fe	https://news.example/demo/5925288	Chainlink (LINK) sideways	Chainlink sideways & the market looks on.	Simulator	{Markets,LINK}	2026-04-30 22:00:00+00	63	rss
c98b9523c779a8e8	demo	eb3da99d-ab49-57a7-b491-c1098ad16d41	https://news.example/demo/5925287	Bitcoin Cash (BCH) trades	Bitcoin Cash trades & the market looks on.	Simulator	{Markets,BCH}	2026-04-30 21:55:00+00	64	rss
2e61e0e9c486b153	demo	820f50ae-b2a6-58eb-ab4c-40a06450fa4d	https://news.example/demo/5925286	NEAR Protocol (NEAR) falls	NEAR Protocol falls & the market looks on.	Simulator	{Markets,NEAR}	2026-04-30 21:50:00+00	65	rss
6f25bd2599955427	demo	5ac99ee1-1caf-5bee-b609-36eabfba36e5	https://news.example/demo/5925456	Solana (SOL) rises	Solana rises & the market looks on.	Simulator	{Markets,SOL}	2026-05-01 12:00:00+00	106	rss
960df6e07f899bc5	demo	61fed8f7-23a9-51f9-9f26-fd96cc021c12	https://news.example/demo/5925455	USDC (USDC) steadies	USDC steadies & the market looks on.	Simulator	{Markets,USDC}	2026-05-01 11:55:00+00	107	rss
6f87397ca2462565	demo	c121a9fe-d50a-56fd-9170-11aec8cf7c27	https://news.example/demo/5925454	XRP (XRP) slips	XRP slips & the market looks on.	Simulator	{Markets,XRP}	2026-05-01 11:50:00+00	108	rss
aae241220d1193f9	demo	5701802f-eea5-52a4-8623-36c7ddf30641	https://news.example/demo/5925453	Dogecoin (DOGE) recovers	Dogecoin recovers & the market looks on.	Simulator	{Markets,DOGE}	2026-05-01 11:45:00+00	109	rss
6541d2188303ba34	demo	451dbca7-b18b-593a-89f1-1335e6b6136e	https://news.example/demo/5925452	Cardano (ADA) loses	Cardano loses & the market looks on.	Simulator	{Markets,ADA}	2026-05-01 11:40:00+00	110	rss
0846eba9dbf3f3e2	demo	2be5e0ea-ce15-5c35-8b69-9e3ea98c72a6	https://news.example/demo/5925451	TRON (TRX) gains	TRON gains & the market looks on.	Simulator	{Markets,TRX}	2026-05-01 11:35:00+00	111	rss
d8b2214643df81b5	demo	e5a7537e-d282-5fe4-a7be-66db0f2dec5e	https://news.example/demo/5925450	Avalanche (AVAX) sideways	Avalanche sideways & the market looks on.	Simulator	{Markets,AVAX}	2026-05-01 11:30:00+00	112	rss
7b9df23f924e4487	demo	735d182b-ac8b-544c-aed7-764730616d44	https://news.example/demo/5925449	Polkadot (DOT) trades	Polkadot trades & the market looks on.	Simulator	{Markets,DOT}	2026-05-01 11:25:00+00	113	rss
161f0b4e1231f868	demo	57d0d1ab-e00c-5b50-a2f7-9b4e25faebba	https://news.example/demo/5925448	Chainlink (LINK) falls	Chainlink falls & the market looks on.	Simulator	{Markets,LINK}	2026-05-01 11:20:00+00	114	rss
c44801f0a0829f8f	demo	a8bdb80c-7ad3-5884-883d-b00e2de84f03	https://news.example/demo/5925447	Bitcoin Cash (BCH) rises	Bitcoin Cash rises & the market looks on.	Simulator	{Markets,BCH}	2026-05-01 11:15:00+00	115	rss
68a00333c205bf4e	demo	e91c76cc-f1e7-5c83-a5e3-7b4b9720ce76	https://news.example/demo/5925446	NEAR Protocol (NEAR) steadies	NEAR Protocol steadies & the market looks on.	Simulator	{Markets,NEAR}	2026-05-01 11:10:00+00	116	rss
8abd8776d6400283	demo	9a0ffd7d-4ef8-5ca8-a979-cae31d72e030	https://news.example/demo/5925445	Litecoin (LTC) slips	Litecoin slips & the market looks on.	Simulator	{Markets,LTC}	2026-05-01 11:05:00+00	117	rss
3bbaf64e0172e168	demo	431f0a0e-9742-5abd-88d6-b36385245cfa	https://news.example/demo/5925444	Cosmos Hub (ATOM) recovers	Cosmos Hub recovers & the market looks on.	Simulator	{Markets,ATOM}	2026-05-01 11:00:00+00	118	rss
f44104798fce5c92	demo	3b654875-1d89-5875-b003-bf7b3a1dee2a	https://news.example/demo/5925443	Stellar (XLM) loses	Stellar loses & the market looks on.	Simulator	{Markets,XLM}	2026-05-01 10:55:00+00	119	rss
8510c4dcc44b2d5d	demo	30ee708d-6ba3-54f8-888e-fa959f1c97fe	https://news.example/demo/5925442	Monero (XMR) gains	Monero gains & the market looks on.	Simulator	{Markets,XMR}	2026-05-01 10:50:00+00	120	rss
6957b8846c8d06a8	demo	523cac70-831d-5d55-a666-1814cda66b03	https://news.example/demo/5925441	Holo (HOT) sideways	Holo sideways & the market looks on.	Simulator	{Markets,HOT}	2026-05-01 10:45:00+00	121	rss
1da3e279b74d06ea	demo	73feb4c2-d6b5-5bfc-96bc-e8bcae016369	https://news.example/demo/5925440	Bitcoin (BTC) trades	Bitcoin trades & the market looks on.	Simulator	{Markets,BTC}	2026-05-01 10:40:00+00	122	rss
9d54b345f1c79a3b	demo	b5f5ffda-4e21-5487-8c41-aad635ccb78e	https://news.example/demo/5925439	Ethereum (ETH) falls	Ethereum falls & the market looks on.	Simulator	{Markets,ETH}	2026-05-01 10:35:00+00	123	rss
71823c7276ecd7af	demo	33a35ba4-34cb-524a-8fdd-cff9f62a5035	https://news.example/demo/5925438	Tether (USDT) rises	Tether rises & the market looks on.	Simulator	{Markets,USDT}	2026-05-01 10:30:00+00	124	rss
e9bf8c522829b012	demo	d281dc5b-aec9-581e-87ae-7fe8044a93f7	https://news.example/demo/5925437	BNB (BNB) steadies	BNB steadies & the market looks on.	Simulator	{Markets,BNB}	2026-05-01 10:25:00+00	125	rss
4f8d2b5ea3258eb8	demo	e2e8b7ee-fc28-57f3-83cd-ef62ea2b68c4	https://news.example/demo/5925436	Solana (SOL) slips	Solana slips & the market looks on.	Simulator	{Markets,SOL}	2026-05-01 10:20:00+00	126	rss
7cb763faf8ce3764	demo	3366c95b-8bab-5f0f-9a6b-52aa70b5bf18	https://news.example/demo/5925435	USDC (USDC) recovers	USDC recovers & the market looks on.	Simulator	{Markets,USDC}	2026-05-01 10:15:00+00	127	rss
c0c5ff999579b9e0	demo	664e06cc-a49e-506d-bda7-46fbef2c9c06	https://news.example/demo/5925434	XRP (XRP) loses	XRP loses & the market looks on.	Simulator	{Markets,XRP}	2026-05-01 10:10:00+00	128	rss
df7c2597261e3152	demo	c9f5bde1-823b-526d-90fd-91dc30e43fee	https://news.example/demo/5925433	Dogecoin (DOGE) gains	Dogecoin gains & the market looks on.	Simulator	{Markets,DOGE}	2026-05-01 10:05:00+00	129	rss
8b8cdf46046302cf	demo	b03e402a-cf45-555e-9a8d-6cb8cf5c1418	https://news.example/demo/5925432	Cardano (ADA) sideways	Cardano sideways & the market looks on.	Simulator	{Markets,ADA}	2026-05-01 10:00:00+00	130	rss
091701adf8b8acd5	demo	377afa1e-45ad-5edd-9a16-73c24d017ab0	https://news.example/demo/5925746	NEAR Protocol (NEAR) trades	NEAR Protocol trades & the market looks on.	Simulator	{Markets,NEAR}	2026-05-02 12:10:00+00	171	rss
175606cd7c17e250	demo	fa1f07c6-b075-5eb1-b670-f01029e7e3ad	https://news.example/demo/5925745	Litecoin (LTC) falls	Litecoin falls & the market looks on.	Simulator	{Markets,LTC}	2026-05-02 12:05:00+00	172	rss
a3bfee221601fe80	demo	a10ebacc-ec3a-5f2e-b3c1-32f3d211d1a2	https://news.example/demo/5925744	Cosmos Hub (ATOM) rises	Cosmos Hub rises & the market looks on.	Simulator	{Markets,ATOM}	2026-05-02 12:00:00+00	173	rss
bfb7bda200affce0	demo	50414c73-f9a6-537e-af88-5be889899022	https://news.example/demo/5925743	Stellar (XLM) steadies	Stellar steadies & the market looks on.	Simulator	{Markets,XLM}	2026-05-02 11:55:00+00	174	rss
4c6b270e50837b4c	demo	dde3dad3-2f03-549b-abd4-fa6cd09e505f	https://news.example/demo/5925742	Monero (XMR) slips	Monero slips & the market looks on.	Simulator	{Markets,XMR}	2026-05-02 11:50:00+00	175	rss
7671af03cef6f24c	demo	6c7c3b1e-dcc2-56bb-b1b1-65f512e31d9c	https://news.example/demo/5925741	Holo (HOT) recovers	Holo recovers & the market looks on.	Simulator	{Markets,HOT}	2026-05-02 11:45:00+00	176	rss
f5f82ac0b7c51209	demo	f09af423-e1e5-5ac7-ad77-76d60bb801d2	https://news.example/demo/5925740	Bitcoin (BTC) loses	Bitcoin loses & the market looks on.	Simulator	{Markets,BTC}	2026-05-02 11:40:00+00	177	rss
89ee4ba45b6b4dc4	demo	e085851f-3cdc-5778-877e-7234cc7d4519	https://news.example/demo/5925739	Ethereum (ETH) gains	Ethereum gains & the market looks on.	Simulator	{Markets,ETH}	2026-05-02 11:35:00+00	178	rss
f0dd7df550081650	demo	4c1a4307-253f-59ea-b4b0-60e5937f0d14	https://news.example/demo/5925738	Tether (USDT) sideways	Tether sideways & the market looks on.	Simulator	{Markets,USDT}	2026-05-02 11:30:00+00	179	rss
ef6ce7e0015414a4	demo	c73e6ea6-4b6f-57a9-99e5-7bcbc85b6f27	https://news.example/demo/5925737	BNB (BNB) trades	BNB trades & the market looks on.	Simulator	{Markets,BNB}	2026-05-02 11:25:00+00	180	rss
b27d8f6e018850d3	demo	12326506-656a-5bd6-a594-b2a19be55eb1	https://news.example/demo/5925736	Solana (SOL) falls	Solana falls & the market looks on.	Simulator	{Markets,SOL}	2026-05-02 11:20:00+00	181	rss
f0f1a59bd5fbf679	demo	a88998b5-14b8-5d24-90f5-9640ffeaf829	https://news.example/demo/5925735	USDC (USDC) rises	USDC rises & the market looks on.	Simulator	{Markets,USDC}	2026-05-02 11:15:00+00	182	rss
7a534d1b3b4212ae	demo	eb049e64-28d8-5c25-b41e-0d9048df0491	https://news.example/demo/5925734	XRP (XRP) steadies	XRP steadies & the market looks on.	Simulator	{Markets,XRP}	2026-05-02 11:10:00+00	183	rss
daf36fa83dfcc8db	demo	d4f0d0aa-d781-5a2a-8e01-56f4e84edb45	https://news.example/demo/5925733	Dogecoin (DOGE) slips	Dogecoin slips & the market looks on.	Simulator	{Markets,DOGE}	2026-05-02 11:05:00+00	184	rss
8560c5a1897a857c	demo	af3749d1-d0fb-577f-944f-fa9ee3b74c89	https://news.example/demo/5925732	Cardano (ADA) recovers	Cardano recovers & the market looks on.	Simulator	{Markets,ADA}	2026-05-02 11:00:00+00	185	rss
f3a5bdd41c84e5db	demo	83094bd8-d958-5d2a-8d37-f5d1052ace4d	https://news.example/demo/5925731	TRON (TRX) loses	TRON loses & the market looks on.	Simulator	{Markets,TRX}	2026-05-02 10:55:00+00	186	rss
50b1feef83ea6569	demo	8ea628ed-199f-5689-8d4f-70c06a378e6c	https://news.example/demo/5925730	Avalanche (AVAX) gains	Avalanche gains & the market looks on.	Simulator	{Markets,AVAX}	2026-05-02 10:50:00+00	187	rss
65a3b882706940b8	demo	bd9b7755-801f-586d-9ea6-6f54e5af1490	https://news.example/demo/5925729	Polkadot (DOT) sideways	Polkadot sideways & the market looks on.	Simulator	{Markets,DOT}	2026-05-02 10:45:00+00	188	rss
d15ecdf5b0b9ea94	demo	25616abf-ee6b-583a-927c-dd257c50a1fe	https://news.example/demo/5925728	Chainlink (LINK) trades	Chainlink trades & the market looks on.	Simulator	{Markets,LINK}	2026-05-02 10:40:00+00	189	rss
51400d75d74847d8	demo	5031dded-4ea1-52d6-9ff1-2334d55846ca	https://news.example/demo/5925727	Bitcoin Cash (BCH) falls	Bitcoin Cash falls & the market looks on.	Simulator	{Markets,BCH}	2026-05-02 10:35:00+00	190	rss
539c1621619fb2bc	demo	6e1e1bc4-3216-5e6d-944f-c3d58e2b105d	https://news.example/demo/5925726	NEAR Protocol (NEAR) rises	NEAR Protocol rises & the market looks on.	Simulator	{Markets,NEAR}	2026-05-02 10:30:00+00	191	rss
cf5ec86484829fff	demo	d046d923-7df4-50a4-8c93-8370e84c6eb6	https://news.example/demo/5925725	Litecoin (LTC) steadies	Litecoin steadies & the market looks on.	Simulator	{Markets,LTC}	2026-05-02 10:25:00+00	192	rss
b146908b369064d3	demo	daf78ed2-19ec-5615-8c0f-be3b0b93d28c	https://news.example/demo/5925724	Cosmos Hub (ATOM) slips	Cosmos Hub slips & the market looks on.	Simulator	{Markets,ATOM}	2026-05-02 10:20:00+00	193	rss
12effa86f41b7bdf	demo	ec7aec0c-d275-57eb-8dba-cf1dac1bca98	https://news.example/demo/5925723	Stellar (XLM) recovers	Stellar recovers & the market looks on.	Simulator	{Markets,XLM}	2026-05-02 10:15:00+00	194	rss
af2e7c90029f8025	demo	7ba723d1-7678-58ff-87b6-2971a66ebf96	https://news.example/demo/5925722	Monero (XMR) loses	Monero loses & the market looks on.	Simulator	{Markets,XMR}	2026-05-02 10:10:00+00	195	rss
\.


--
-- Data for Name: quarantine; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.quarantine (id, source, stage, source_id, raw_seq, payload, content_hash, reasons, run_id, quarantined_at, retry_at, origin, stream) FROM stdin;
1	csv	quotes	BAD:Bad Coin	207	{"header": "symbol,name,price_usd,created_at", "row": "BAD,Bad Coin,x,2026-04-30"}	\\x2fd818c902e436eb04ed465c6f86dbae8719f7f32e373ec95da99dbd5db20e84	{"price_usd: 'x' is not a number"}	file run	2026-11-26 17:43:48.451726+00	\N	new.csv:4	files
2	coingecko	quotes	bad	212	{"id": "bad", "symbol": "bad", "name": "Bad", "market_cap_rank": 901, "current_price": -1.0, "market_cap": 1109877913.4295228, "total_volume": 1000000.0, "last_updated": "2026-05-02T13:00:00Z"}	\\x0f4c65ef0c12b470a49a4763a5115115fd3731d5f31f5f5afeb80c102404640e	{"price_usd is negative"}	run	2026-11-26 17:43:48.857712+00	\N	/test	snapshot
3	coingecko	quotes	far	213	{"id": "far", "symbol": "far", "name": "Far", "market_cap_rank": 902, "current_price": 1.0, "market_cap": 1108647450.1108646, "total_volume": 1000000.0, "last_updated": "2031-01-01T00:00:00Z"}	\\xdf9484cc5ea9c9095e8642408f88968cd7ec2aad3518b93796b6d1667db340c6	{"observed_at is in the future"}	run	2026-11-26 17:43:48.857792+00	2030-12-31 23:50:00+00	/test	snapshot
\.


--
-- Data for Name: quote_revisions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.quote_revisions (listing_id, observed_at, known_at, replaced_at, price_usd, market_cap_usd, volume_24h_usd, raw_seq, rank) FROM stdin;
42	2026-04-30 00:00:00+00	2026-11-26 17:43:48.40536+00	2026-11-26 17:43:48.481759+00	4	\N	\N	206	\N
43	2026-05-02 12:10:00+00	2026-11-26 17:43:48.557435+00	2026-11-26 17:43:48.66664+00	0.5	1111111111.1111112	1000000	209	900
\.


--
-- Data for Name: ratelimit___upstream_coingecko; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ratelimit___upstream_coingecko (name, weight, item_timestamp) FROM stdin;
coingecko	1	2026-11-26 17:43:44.562
coingecko	1	2026-11-26 17:43:46.197
coingecko	1	2026-11-26 17:43:47.49
coingecko	1	2026-11-26 17:43:47.908
coingecko	1	2026-11-26 17:43:47.933
coingecko	1	2026-11-26 17:43:47.955
\.


--
-- Data for Name: ratelimit___upstream_coingecko_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ratelimit___upstream_coingecko_history (name, weight, item_timestamp) FROM stdin;
coingecko_history	1	2026-11-26 17:43:47.905
coingecko_history	1	2026-11-26 17:43:47.931
coingecko_history	1	2026-11-26 17:43:47.953
\.


--
-- Data for Name: ratelimit___upstream_coinpaprika; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ratelimit___upstream_coinpaprika (name, weight, item_timestamp) FROM stdin;
coinpaprika	1	2026-11-26 17:43:44.768
coinpaprika	1	2026-11-26 17:43:46.304
coinpaprika	1	2026-11-26 17:43:47.589
coinpaprika	1	2026-11-26 17:43:48.061
coinpaprika	1	2026-11-26 17:43:48.084
coinpaprika	1	2026-11-26 17:43:48.103
\.


--
-- Data for Name: ratelimit___upstream_coinpaprika_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ratelimit___upstream_coinpaprika_history (name, weight, item_timestamp) FROM stdin;
coinpaprika_history	1	2026-11-26 17:43:48.058
coinpaprika_history	1	2026-11-26 17:43:48.082
coinpaprika_history	1	2026-11-26 17:43:48.102
\.


--
-- Data for Name: raw_coingecko_2026_11; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.raw_coingecko_2026_11 (seq, observed_at, fetched_at, stream, source_id, endpoint, content_hash, run_id, partition, payload) FROM stdin;
1	2026-04-30 23:50:00.123+00	2026-11-26 17:43:44.585493+00	snapshot	bitcoin	/coins/markets?page=1	\\xdf22503430ba6bea3c2eb00247fc9c464c996207b8461de12ecbca5e9ef4565e	run	2026-11-26	{"id":"bitcoin","symbol":"btc","name":"Bitcoin","image":"https://assets.example/coins/images/0/large/bitcoin.png","current_price":64035.19,"market_cap":1261493294079,"market_cap_rank":1,"fully_diluted_valuation":1261493294079,"total_volume":283479202721.69,"high_24h":64035.192592867716,"low_24h":63134.10861183884,"price_change_24h":901.0839810288744,"price_change_percentage_24h":1.42725,"market_cap_change_24h":17751354426.268826,"market_cap_change_percentage_24h":1.42725,"circulating_supply":19700000.0,"total_supply":19700000.0,"max_supply":19700000.0,"ath":76800.0,"ath_change_percentage":-16.62084,"ath_date":"2021-11-10T14:24:11.849Z","atl":640.0,"atl_change_percentage":9905.49884,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:50:00.123Z","price_change_percentage_1h_in_currency":-5.8418,"price_change_percentage_24h_in_currency":1.42725,"price_change_percentage_7d_in_currency":0.51875}
2	2026-04-30 23:49:59.123+00	2026-11-26 17:43:44.585493+00	snapshot	ethereum	/coins/markets?page=1	\\xf5f8e54da36b436b393b806df5fc851712e814e5110ec34d26d3327075b35883	run	2026-11-26	{"id":"ethereum","symbol":"eth","name":"Ethereum","image":"https://assets.example/coins/images/1/large/ethereum.png","current_price":3341.87,"market_cap":401024842007,"market_cap_rank":2,"fully_diluted_valuation":null,"total_volume":53494258902.2,"high_24h":3341.873683390409,"low_24h":3228.8429967031243,"price_change_24h":113.03068668728474,"price_change_percentage_24h":3.50066,"market_cap_change_24h":13563682402.474169,"market_cap_change_percentage_24h":3.50066,"circulating_supply":120000000.0,"total_supply":120000000.0,"max_supply":null,"ath":3720.0,"ath_change_percentage":-10.16469,"ath_date":"2021-11-10T14:24:11.849Z","atl":31.0,"atl_change_percentage":10680.23769,"atl_date":"2015-10-20T00:00:00.000Z","roi":{"times":90.2,"currency":"btc","percentage":9020.28},"last_updated":"2026-04-30T23:49:59.123Z","price_change_percentage_1h_in_currency":4.31654,"price_change_percentage_24h_in_currency":3.50066,"price_change_percentage_7d_in_currency":16.96624}
3	2026-04-30 23:49:58.123+00	2026-11-26 17:43:44.585493+00	snapshot	tether	/coins/markets?page=1	\\x15cfe21094f31831c19f87cff7dbd562f4e4a3ac7f5cbc8dfd2efc4efd08533b	run	2026-11-26	{"id":"tether","symbol":"usdt","name":"Tether","image":"https://assets.example/coins/images/2/large/tether.png","current_price":1.0009529669086485,"market_cap":110104826360,"market_cap_rank":3,"fully_diluted_valuation":null,"total_volume":6999917830.86,"high_24h":1.0009529669086485,"low_24h":1.000332500955825,"price_change_24h":0.0006204659528235013,"price_change_percentage_24h":0.06203,"market_cap_change_24h":68251254.81058514,"market_cap_change_percentage_24h":0.06203,"circulating_supply":110000000000.0,"total_supply":110000000000.0,"max_supply":110000000000.0,"ath":1.2,"ath_change_percentage":-16.58725,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.01,"atl_change_percentage":9909.52967,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:58.123Z","price_change_percentage_1h_in_currency":-0.02343,"price_change_percentage_24h_in_currency":0.06203,"price_change_percentage_7d_in_currency":0.06545}
4	2026-04-30 23:49:57.123+00	2026-11-26 17:43:44.585493+00	snapshot	bnb	/coins/markets?page=1	\\x37a7a7c6d15d959a4113644952b4e22f5dabee383a1d4b31cd00453e7e1ae358	run	2026-11-26	{"id":"bnb","symbol":"bnb","name":"BNB","image":"https://assets.example/coins/images/3/large/bnb.png","current_price":605.108221048844,"market_cap":88950908494,"market_cap_rank":4,"fully_diluted_valuation":88950908494,"total_volume":24158690366.78,"high_24h":605.108221048844,"low_24h":581.0367001697624,"price_change_24h":24.071520879081618,"price_change_percentage_24h":4.14286,"market_cap_change_24h":3538513569.224998,"market_cap_change_percentage_24h":4.14286,"circulating_supply":147000000.0,"total_supply":147000000.0,"max_supply":null,"ath":696.0,"ath_change_percentage":-13.05916,"ath_date":"2021-11-10T14:24:11.849Z","atl":5.8,"atl_change_percentage":10332.90036,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:57.123Z","price_change_percentage_1h_in_currency":0.76751,"price_change_percentage_24h_in_currency":4.14286,"price_change_percentage_7d_in_currency":0.60721}
5	2026-04-30 23:49:56.123+00	2026-11-26 17:43:44.585493+00	snapshot	solana	/coins/markets?page=1	\\x95f13d094d6a5ea8905834b8d6809184c1750cf561637a0226f8d42323538103	run	2026-11-26	{"id":"solana","symbol":"sol","name":"Solana","image":"https://assets.example/coins/images/4/large/solana.png","current_price":155.49745803974034,"market_cap":71528830698,"market_cap_rank":5,"fully_diluted_valuation":null,"total_volume":431415993.8,"high_24h":163.2535975565394,"low_24h":155.49745803974034,"price_change_24h":-7.756139516799067,"price_change_percentage_24h":-4.75098,"market_cap_change_24h":-3567824177.7275705,"market_cap_change_percentage_24h":-4.75098,"circulating_supply":460000000.0,"total_supply":null,"max_supply":460000000.0,"ath":180.0,"ath_change_percentage":-13.61252,"ath_date":"2021-11-10T14:24:11.849Z","atl":1.5,"atl_change_percentage":10266.4972,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:56.123Z","price_change_percentage_1h_in_currency":-3.01789,"price_change_percentage_24h_in_currency":-4.75098,"price_change_percentage_7d_in_currency":5.29404}
6	2026-04-30 23:49:55.123+00	2026-11-26 17:43:44.585493+00	snapshot	usdc	/coins/markets?page=1	\\x67f275b6bf7c5e880c1301b5510f0f41da8e973a032301284ae49a8a82d94715	run	2026-11-26	{"id":"usdc","symbol":"usdc","name":"USDC","image":"https://assets.example/coins/images/5/large/usdc.png","current_price":0.9998920205345484,"market_cap":32996436678,"market_cap_rank":6,"fully_diluted_valuation":null,"total_volume":3027395646.89,"high_24h":0.9998920205345484,"low_24h":0.9996198934766598,"price_change_24h":0.0002721270578885937,"price_change_percentage_24h":0.02722,"market_cap_change_24h":8980192.910323592,"market_cap_change_percentage_24h":0.02722,"circulating_supply":33000000000.0,"total_supply":33000000000.0,"max_supply":null,"ath":1.2,"ath_change_percentage":-16.67566,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.01,"atl_change_percentage":9898.92021,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:55.123Z","price_change_percentage_1h_in_currency":0.1101,"price_change_percentage_24h_in_currency":0.02722,"price_change_percentage_7d_in_currency":-0.04175}
7	2026-04-30 23:49:54.123+00	2026-11-26 17:43:44.585493+00	snapshot	xrp	/coins/markets?page=1	\\xe7d198144fa330d02a670a8fe2b9d63719d20b72a53464ae3bcaa897c9d420b4	run	2026-11-26	{"id":"xrp","symbol":"xrp","name":"XRP","image":"https://assets.example/coins/images/6/large/xrp.png","current_price":0.5284912453846805,"market_cap":29067018496,"market_cap_rank":7,"fully_diluted_valuation":29067018496,"total_volume":8711639454.59,"high_24h":0.5284912453846805,"low_24h":0.48735735527625573,"price_change_24h":0.041133890108424775,"price_change_percentage_24h":8.44019,"market_cap_change_24h":2262363955.9633627,"market_cap_change_percentage_24h":8.44019,"circulating_supply":55000000000.0,"total_supply":55000000000.0,"max_supply":55000000000.0,"ath":0.624,"ath_change_percentage":-15.30589,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.005200000000000001,"atl_change_percentage":10063.29318,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:54.123Z","price_change_percentage_1h_in_currency":5.21349,"price_change_percentage_24h_in_currency":8.44019,"price_change_percentage_7d_in_currency":3.0976}
8	2026-04-30 23:49:53.123+00	2026-11-26 17:43:44.585493+00	snapshot	dogecoin	/coins/markets?page=1	\\x009dc3dbb640ebff0adfbe042c9d2888ed731577ede78270e1b4fa2968fc907e	run	2026-11-26	{"id":"dogecoin","symbol":"doge","name":"Dogecoin","image":"https://assets.example/coins/images/7/large/dogecoin.png","current_price":0.14924787753275026,"market_cap":21491694365,"market_cap_rank":8,"fully_diluted_valuation":null,"total_volume":1706051362.26,"high_24h":0.15321597537855694,"low_24h":0.14924787753275026,"price_change_24h":-0.0039680978458066785,"price_change_percentage_24h":-2.58987,"market_cap_change_24h":-571406089.7961617,"market_cap_change_percentage_24h":-2.58987,"circulating_supply":144000000000.0,"total_supply":144000000000.0,"max_supply":null,"ath":0.18,"ath_change_percentage":-17.08451,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0015,"atl_change_percentage":9849.8585,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:53.123Z","price_change_percentage_1h_in_currency":-0.52185,"price_change_percentage_24h_in_currency":-2.58987,"price_change_percentage_7d_in_currency":5.7759}
9	2026-04-30 23:49:52.123+00	2026-11-26 17:43:44.585493+00	snapshot	cardano	/coins/markets?page=1	\\x5cda7433cbba0644a4c25138ebf3d273a0ebd85270f47249170761c272d2ebff	run	2026-11-26	{"id":"cardano","symbol":"ada","name":"Cardano","image":"https://assets.example/coins/images/8/large/cardano.png","current_price":0.4429581992188745,"market_cap":15503536973,"market_cap_rank":9,"fully_diluted_valuation":null,"total_volume":3951298284.66,"high_24h":0.4429581992188745,"low_24h":0.4412488855056696,"price_change_24h":0.0017093137132049296,"price_change_percentage_24h":0.38738,"market_cap_change_24h":59825979.96217254,"market_cap_change_percentage_24h":0.38738,"circulating_supply":35000000000.0,"total_supply":35000000000.0,"max_supply":35000000000.0,"ath":0.54,"ath_change_percentage":-17.9707,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0045000000000000005,"atl_change_percentage":9743.51554,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:52.123Z","price_change_percentage_1h_in_currency":-2.5069,"price_change_percentage_24h_in_currency":0.38738,"price_change_percentage_7d_in_currency":1.95383}
10	2026-04-30 23:49:50.123+00	2026-11-26 17:43:44.585493+00	snapshot	avalanche	/coins/markets?page=1	\\x73ee45bd8631e4973e6351350e3c280369010928592e12fc9a7abf80b8fd3e3a	run	2026-11-26	{"id":"avalanche","symbol":"avax","name":"Avalanche","image":"https://assets.example/coins/images/10/large/avalanche.png","current_price":33.93733518131419,"market_cap":13235560721,"market_cap_rank":10,"fully_diluted_valuation":null,"total_volume":3203067591.18,"high_24h":37.8196560121781,"low_24h":33.93733518131419,"price_change_24h":-3.882320830863911,"price_change_percentage_24h":-10.26535,"market_cap_change_24h":-1514105124.0369253,"market_cap_change_percentage_24h":-10.26535,"circulating_supply":390000000.0,"total_supply":390000000.0,"max_supply":390000000.0,"ath":42.0,"ath_change_percentage":-19.19682,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.35000000000000003,"atl_change_percentage":9596.38148,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:50.123Z","price_change_percentage_1h_in_currency":-3.53003,"price_change_percentage_24h_in_currency":-10.26535,"price_change_percentage_7d_in_currency":3.43031}
11	2026-04-30 23:49:49.123+00	2026-11-26 17:43:44.585493+00	snapshot	polkadot	/coins/markets?page=1	\\x25f804a16b3ea62847b4de191b0524e0020575cd2f131ecca8fedea71c5541d3	run	2026-11-26	{"id":"polkadot","symbol":"dot","name":"Polkadot","image":"https://assets.example/coins/images/11/large/polkadot.png","current_price":7.191661397474515,"market_cap":10284075798,"market_cap_rank":11,"fully_diluted_valuation":null,"total_volume":1948472512.44,"high_24h":7.191661397474515,"low_24h":6.718330547297447,"price_change_24h":0.4733308501770681,"price_change_percentage_24h":7.04536,"market_cap_change_24h":676863115.7532074,"market_cap_change_percentage_24h":7.04536,"circulating_supply":1430000000.0,"total_supply":1430000000.0,"max_supply":null,"ath":8.4,"ath_change_percentage":-14.38498,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.07,"atl_change_percentage":10173.802,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:49.123Z","price_change_percentage_1h_in_currency":-0.63145,"price_change_percentage_24h_in_currency":7.04536,"price_change_percentage_7d_in_currency":-3.52777}
12	2026-04-30 23:49:51.123+00	2026-11-26 17:43:44.585493+00	snapshot	tron	/coins/markets?page=1	\\xed83a89db0204ddb9529afc9c8ae17de0361d938b7c2568f4439a566cfe9d6e3	run	2026-11-26	{"id":"tron","symbol":"trx","name":"TRON","image":"https://assets.example/coins/images/9/large/tron.png","current_price":0.11537714876712186,"market_cap":10037811943,"market_cap_rank":12,"fully_diluted_valuation":10037811943,"total_volume":1827878141.33,"high_24h":0.12728849877070195,"low_24h":0.11537714876712186,"price_change_24h":-0.011911350003580082,"price_change_percentage_24h":-9.35776,"market_cap_change_24h":-1036287450.3114672,"market_cap_change_percentage_24h":-9.35776,"circulating_supply":87000000000.0,"total_supply":null,"max_supply":null,"ath":0.144,"ath_change_percentage":-19.87698,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0012,"atl_change_percentage":9514.7624,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:51.123Z","price_change_percentage_1h_in_currency":-5.00199,"price_change_percentage_24h_in_currency":-9.35776,"price_change_percentage_7d_in_currency":-4.62184}
13	2026-04-30 23:49:47.123+00	2026-11-26 17:43:44.585493+00	snapshot	bitcoin-cash	/coins/markets?page=1	\\x8afcf39437a1aa952f0b62a903bf5ed5ab8557fa06992d14e39153fbe6d137cf	run	2026-11-26	{"id":"bitcoin-cash","symbol":"bch","name":"Bitcoin Cash","image":"https://assets.example/coins/images/13/large/bitcoin-cash.png","current_price":457.4682099134637,"market_cap":9012123735,"market_cap_rank":13,"fully_diluted_valuation":null,"total_volume":2059052600.0,"high_24h":457.4682099134637,"low_24h":441.4064778960143,"price_change_24h":16.0617320174494,"price_change_percentage_24h":3.63876,"market_cap_change_24h":316416120.7437532,"market_cap_change_percentage_24h":3.63876,"circulating_supply":19700000.0,"total_supply":19700000.0,"max_supply":null,"ath":540.0,"ath_change_percentage":-15.28366,"ath_date":"2021-11-10T14:24:11.849Z","atl":4.5,"atl_change_percentage":10065.96022,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:47.123Z","price_change_percentage_1h_in_currency":-4.01201,"price_change_percentage_24h_in_currency":3.63876,"price_change_percentage_7d_in_currency":2.46123}
14	2026-04-30 23:49:48.123+00	2026-11-26 17:43:44.585493+00	snapshot	chainlink	/coins/markets?page=1	\\x55942a44561779c66629b4bcca6c47c1d2b9962cb729ab4bd0a461f6d1d6a9dc	run	2026-11-26	{"id":"chainlink","symbol":"link","name":"Chainlink","image":"https://assets.example/coins/images/12/large/chainlink.png","current_price":13.475955929772486,"market_cap":7950813999,"market_cap_rank":14,"fully_diluted_valuation":7950813999,"total_volume":870187653.25,"high_24h":13.58956995048165,"low_24h":13.475955929772486,"price_change_24h":-0.11361402070916427,"price_change_percentage_24h":-0.83604,"market_cap_change_24h":-67032272.218406916,"market_cap_change_percentage_24h":-0.83604,"circulating_supply":590000000.0,"total_supply":590000000.0,"max_supply":590000000.0,"ath":16.8,"ath_change_percentage":-19.78598,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.14,"atl_change_percentage":9525.68281,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:48.123Z","price_change_percentage_1h_in_currency":-1.19781,"price_change_percentage_24h_in_currency":-0.83604,"price_change_percentage_7d_in_currency":-7.29039}
15	2026-04-30 23:49:46.123+00	2026-11-26 17:43:44.585493+00	snapshot	near-protocol	/coins/markets?page=1	\\xf192d386eb60e1e81d52303d5a4e1126fd3f5cb15eeb8a71f07b5ffc2af0fad0	run	2026-11-26	{"id":"near-protocol","symbol":"near","name":"NEAR Protocol","image":"https://assets.example/coins/images/14/large/near-protocol.png","current_price":6.705333003446795,"market_cap":7241759644,"market_cap_rank":15,"fully_diluted_valuation":null,"total_volume":64588386.14,"high_24h":7.167763606704339,"low_24h":6.705333003446795,"price_change_24h":-0.4624306032575438,"price_change_percentage_24h":-6.45153,"market_cap_change_24h":-499425051.51814735,"market_cap_change_percentage_24h":-6.45153,"circulating_supply":1080000000.0,"total_supply":null,"max_supply":1080000000.0,"ath":8.4,"ath_change_percentage":-20.17461,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.07,"atl_change_percentage":9479.04715,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:46.123Z","price_change_percentage_1h_in_currency":-2.03895,"price_change_percentage_24h_in_currency":-6.45153,"price_change_percentage_7d_in_currency":-5.03959}
16	2026-04-30 23:49:45.123+00	2026-11-26 17:43:44.585493+00	snapshot	litecoin	/coins/markets?page=1	\\xb2070af3dfeb66b0abafb2c5b75bbe3ab27bd8957d9b8354a9c0d0cb8553e765	run	2026-11-26	{"id":"litecoin","symbol":"ltc","name":"Litecoin","image":"https://assets.example/coins/images/15/large/litecoin.png","current_price":81.54420720670029,"market_cap":6034271333,"market_cap_rank":16,"fully_diluted_valuation":6034271333,"total_volume":812195256.55,"high_24h":81.98742792146128,"low_24h":81.54420720670029,"price_change_24h":-0.443220714760983,"price_change_percentage_24h":-0.5406,"market_cap_change_24h":-32798332.892312743,"market_cap_change_percentage_24h":-0.5406,"circulating_supply":74000000.0,"total_supply":74000000.0,"max_supply":null,"ath":96.0,"ath_change_percentage":-15.05812,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.8,"atl_change_percentage":10093.0259,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:45.123Z","price_change_percentage_1h_in_currency":3.22555,"price_change_percentage_24h_in_currency":-0.5406,"price_change_percentage_7d_in_currency":-0.91761}
17	2026-04-30 23:49:43.123+00	2026-11-26 17:43:44.585493+00	snapshot	stellar	/coins/markets?page=1	\\x5d23a35899184c051ecde77ff31adc4ae1c2bcb6bfd6a6c30e6dd5018167e9ab	run	2026-11-26	{"id":"stellar","symbol":"xlm","name":"Stellar","image":"https://assets.example/coins/images/17/large/stellar.png","current_price":0.11493794636774647,"market_cap":3321706650,"market_cap_rank":17,"fully_diluted_valuation":null,"total_volume":477146975.88,"high_24h":0.11493794636774647,"low_24h":0.11045553802695827,"price_change_24h":0.0044824083407881965,"price_change_percentage_24h":4.05811,"market_cap_change_24h":129541601.04877888,"market_cap_change_percentage_24h":4.05811,"circulating_supply":28900000000.0,"total_supply":28900000000.0,"max_supply":null,"ath":0.132,"ath_change_percentage":-12.9258,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0011,"atl_change_percentage":10348.90422,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:43.123Z","price_change_percentage_1h_in_currency":5.7081,"price_change_percentage_24h_in_currency":4.05811,"price_change_percentage_7d_in_currency":0.96615}
18	2026-04-30 23:49:44.123+00	2026-11-26 17:43:44.585493+00	snapshot	cosmos-hub	/coins/markets?page=1	\\x1cb28fe7a8eb1396e1a2defc09210e31bf0602751d376cd5c8223036848e0067	run	2026-11-26	{"id":"cosmos-hub","symbol":"atom","name":"Cosmos Hub","image":"https://assets.example/coins/images/16/large/cosmos-hub.png","current_price":7.714019372585868,"market_cap":3008467555,"market_cap_rank":18,"fully_diluted_valuation":null,"total_volume":337503477.77,"high_24h":8.139648511662385,"low_24h":7.714019372585868,"price_change_24h":-0.42562913907651634,"price_change_percentage_24h":-5.22908,"market_cap_change_24h":-165995364.23984137,"market_cap_change_percentage_24h":-5.22908,"circulating_supply":390000000.0,"total_supply":390000000.0,"max_supply":390000000.0,"ath":9.6,"ath_change_percentage":-19.64563,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.08,"atl_change_percentage":9542.52422,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:44.123Z","price_change_percentage_1h_in_currency":1.28767,"price_change_percentage_24h_in_currency":-5.22908,"price_change_percentage_7d_in_currency":-6.3321}
19	2026-04-30 23:49:42.123+00	2026-11-26 17:43:44.585493+00	snapshot	monero	/coins/markets?page=1	\\xc05c5a97c7119468f52dc8b8ba61f2df8e344aaa134f537b753891243f280cd0	run	2026-11-26	{"id":"monero","symbol":"xmr","name":"Monero","image":"https://assets.example/coins/images/18/large/monero.png","current_price":143.22304466677417,"market_cap":2635304022,"market_cap_rank":19,"fully_diluted_valuation":2635304022,"total_volume":103194777.23,"high_24h":143.22304466677417,"low_24h":139.63515807652857,"price_change_24h":3.5878865902456027,"price_change_percentage_24h":2.56947,"market_cap_change_24h":66017113.26051909,"market_cap_change_percentage_24h":2.56947,"circulating_supply":18400000.0,"total_supply":18400000.0,"max_supply":18400000.0,"ath":168.0,"ath_change_percentage":-14.74819,"ath_date":"2021-11-10T14:24:11.849Z","atl":1.4000000000000001,"atl_change_percentage":10130.21748,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:42.123Z","price_change_percentage_1h_in_currency":-4.27284,"price_change_percentage_24h_in_currency":2.56947,"price_change_percentage_7d_in_currency":-1.31225}
20	2026-04-30 23:49:41.123+00	2026-11-26 17:43:44.585493+00	snapshot	holo	/coins/markets?page=1	\\x55ac79690907961730a169b97dacd8a272345a4361791470dad28e8c8f2a150d	run	2026-11-26	{"id":"holo","symbol":"hot","name":"Holo","image":"https://assets.example/coins/images/19/large/holo.png","current_price":0.002007312490938719,"market_cap":355294311,"market_cap_rank":20,"fully_diluted_valuation":null,"total_volume":23992865.97,"high_24h":0.002049743417928762,"low_24h":0.002007312490938719,"price_change_24h":-4.243092699004287e-05,"price_change_percentage_24h":-2.07006,"market_cap_change_24h":-7510274.077237588,"market_cap_change_percentage_24h":-2.07006,"circulating_supply":177000000000.0,"total_supply":null,"max_supply":null,"ath":0.0024,"ath_change_percentage":-16.36198,"ath_date":"2021-11-10T14:24:11.849Z","atl":2e-05,"atl_change_percentage":9936.56245,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-04-30T23:49:41.123Z","price_change_percentage_1h_in_currency":-2.58046,"price_change_percentage_24h_in_currency":-2.07006,"price_change_percentage_7d_in_currency":-2.53196}
66	2026-05-01 12:00:00.123+00	2026-11-26 17:43:46.211931+00	snapshot	bitcoin	/coins/markets?page=1	\\xd31e566e451f0f768ea3b0c9916cef9fe62da6282ab7b31e55c63e1f7792965f	run	2026-11-26	{"id":"bitcoin","symbol":"btc","name":"Bitcoin","image":"https://assets.example/coins/images/0/large/bitcoin.png","current_price":66242.55,"market_cap":1304978198314,"market_cap_rank":1,"fully_diluted_valuation":1304978198314,"total_volume":293251007328.76,"high_24h":66242.54813777353,"low_24h":62990.141683989,"price_change_24h":3252.406453784526,"price_change_percentage_24h":5.16336,"market_cap_change_24h":64072407139.55516,"market_cap_change_percentage_24h":5.16336,"circulating_supply":19700000.0,"total_supply":19700000.0,"max_supply":19700000.0,"ath":76800.0,"ath_change_percentage":-13.74668,"ath_date":"2021-11-10T14:24:11.849Z","atl":640.0,"atl_change_percentage":10250.39815,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T12:00:00.123Z","price_change_percentage_1h_in_currency":-2.31689,"price_change_percentage_24h_in_currency":5.16336,"price_change_percentage_7d_in_currency":-4.21884}
67	2026-05-01 11:59:59.123+00	2026-11-26 17:43:46.211931+00	snapshot	ethereum	/coins/markets?page=1	\\x11a81fcd30a3e4de7a9ede458de554c3a0d54c90890bc3398b11a157e639cda1	run	2026-11-26	{"id":"ethereum","symbol":"eth","name":"Ethereum","image":"https://assets.example/coins/images/1/large/ethereum.png","current_price":3086.94,"market_cap":370432379301,"market_cap_rank":2,"fully_diluted_valuation":null,"total_volume":49413411660.35,"high_24h":3086.936494179109,"low_24h":2989.742104297458,"price_change_24h":97.1943898816512,"price_change_percentage_24h":3.25093,"market_cap_change_24h":11663326785.798145,"market_cap_change_percentage_24h":3.25093,"circulating_supply":120000000.0,"total_supply":120000000.0,"max_supply":null,"ath":3720.0,"ath_change_percentage":-17.01784,"ath_date":"2021-11-10T14:24:11.849Z","atl":31.0,"atl_change_percentage":9857.85966,"atl_date":"2015-10-20T00:00:00.000Z","roi":{"times":90.2,"currency":"btc","percentage":9020.28},"last_updated":"2026-05-01T11:59:59.123Z","price_change_percentage_1h_in_currency":-3.02129,"price_change_percentage_24h_in_currency":3.25093,"price_change_percentage_7d_in_currency":-7.87368}
68	2026-05-01 11:59:58.123+00	2026-11-26 17:43:46.211931+00	snapshot	tether	/coins/markets?page=1	\\xe143220a63dfa8b4351756e332026a7c991d9eb893eba10d90e614bb5c0ce94d	run	2026-11-26	{"id":"tether","symbol":"usdt","name":"Tether","image":"https://assets.example/coins/images/2/large/tether.png","current_price":1.0002345236575796,"market_cap":110025797602,"market_cap_rank":3,"fully_diluted_valuation":null,"total_volume":6994893575.09,"high_24h":1.0002345236575796,"low_24h":1.0002162845232065,"price_change_24h":1.8239134373043697e-05,"price_change_percentage_24h":0.00182,"market_cap_change_24h":2006304.7810348067,"market_cap_change_percentage_24h":0.00182,"circulating_supply":110000000000.0,"total_supply":110000000000.0,"max_supply":110000000000.0,"ath":1.2,"ath_change_percentage":-16.64712,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.01,"atl_change_percentage":9902.34524,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:58.123Z","price_change_percentage_1h_in_currency":0.00121,"price_change_percentage_24h_in_currency":0.00182,"price_change_percentage_7d_in_currency":-0.0113}
69	2026-05-01 11:59:57.123+00	2026-11-26 17:43:46.211931+00	snapshot	bnb	/coins/markets?page=1	\\x60f449b992eaac96ed35407f27509131c8061b60c01a7dab8622d2ef21b44e78	run	2026-11-26	{"id":"bnb","symbol":"bnb","name":"BNB","image":"https://assets.example/coins/images/3/large/bnb.png","current_price":582.499606671707,"market_cap":85627442181,"market_cap_rank":4,"fully_diluted_valuation":85627442181,"total_volume":23256050978.72,"high_24h":606.8086691501417,"low_24h":582.499606671707,"price_change_24h":-24.309062478434612,"price_change_percentage_24h":-4.00605,"market_cap_change_24h":-3573432184.329888,"market_cap_change_percentage_24h":-4.00605,"circulating_supply":147000000.0,"total_supply":147000000.0,"max_supply":null,"ath":696.0,"ath_change_percentage":-16.30753,"ath_date":"2021-11-10T14:24:11.849Z","atl":5.8,"atl_change_percentage":9943.09667,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:57.123Z","price_change_percentage_1h_in_currency":10.40249,"price_change_percentage_24h_in_currency":-4.00605,"price_change_percentage_7d_in_currency":-1.89488}
70	2026-05-01 11:59:56.123+00	2026-11-26 17:43:46.211931+00	snapshot	solana	/coins/markets?page=1	\\x56786e43c7b2b8cdf09f141702adda1b3820f26041ba3caf767e4946fcb78e1a	run	2026-11-26	{"id":"solana","symbol":"sol","name":"Solana","image":"https://assets.example/coins/images/4/large/solana.png","current_price":139.64410970561354,"market_cap":64236290465,"market_cap_rank":5,"fully_diluted_valuation":null,"total_volume":387432072.05,"high_24h":148.4837675554413,"low_24h":139.64410970561354,"price_change_24h":-8.839657849827745,"price_change_percentage_24h":-5.95328,"market_cap_change_24h":-4066242610.9207625,"market_cap_change_percentage_24h":-5.95328,"circulating_supply":460000000.0,"total_supply":null,"max_supply":460000000.0,"ath":180.0,"ath_change_percentage":-22.41994,"ath_date":"2021-11-10T14:24:11.849Z","atl":1.5,"atl_change_percentage":9209.60731,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:56.123Z","price_change_percentage_1h_in_currency":-1.41336,"price_change_percentage_24h_in_currency":-5.95328,"price_change_percentage_7d_in_currency":-6.09652}
71	2026-05-01 11:59:55.123+00	2026-11-26 17:43:46.211931+00	snapshot	usdc	/coins/markets?page=1	\\xb4497b5a3c7ab7fb6100b0a357f4ce49c2202d0f3664f0f670db375650e18c36	run	2026-11-26	{"id":"usdc","symbol":"usdc","name":"USDC","image":"https://assets.example/coins/images/5/large/usdc.png","current_price":0.9999494774734277,"market_cap":32998332757,"market_cap_rank":6,"fully_diluted_valuation":null,"total_volume":3027569610.56,"high_24h":0.9999494774734277,"low_24h":0.9993079310850098,"price_change_24h":0.0006415463884178463,"price_change_percentage_24h":0.0642,"market_cap_change_24h":21171030.81778893,"market_cap_change_percentage_24h":0.0642,"circulating_supply":33000000000.0,"total_supply":33000000000.0,"max_supply":null,"ath":1.2,"ath_change_percentage":-16.67088,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.01,"atl_change_percentage":9899.49477,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:55.123Z","price_change_percentage_1h_in_currency":0.07253,"price_change_percentage_24h_in_currency":0.0642,"price_change_percentage_7d_in_currency":-0.00683}
72	2026-05-01 11:59:54.123+00	2026-11-26 17:43:46.211931+00	snapshot	xrp	/coins/markets?page=1	\\x42939167c3f58aff4044b73b98dd12a459417f7637d1178a5de9f872f5743d76	run	2026-11-26	{"id":"xrp","symbol":"xrp","name":"XRP","image":"https://assets.example/coins/images/6/large/xrp.png","current_price":0.5262243051543801,"market_cap":28942336783,"market_cap_rank":7,"fully_diluted_valuation":28942336783,"total_volume":8674271255.73,"high_24h":0.5405926831258118,"low_24h":0.5262243051543801,"price_change_24h":-0.014368377971431645,"price_change_percentage_24h":-2.65789,"market_cap_change_24h":-790260788.4287405,"market_cap_change_percentage_24h":-2.65789,"circulating_supply":55000000000.0,"total_supply":55000000000.0,"max_supply":55000000000.0,"ath":0.624,"ath_change_percentage":-15.66918,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.005200000000000001,"atl_change_percentage":10019.69818,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:54.123Z","price_change_percentage_1h_in_currency":-5.60568,"price_change_percentage_24h_in_currency":-2.65789,"price_change_percentage_7d_in_currency":1.89345}
73	2026-05-01 11:59:53.123+00	2026-11-26 17:43:46.211931+00	snapshot	dogecoin	/coins/markets?page=1	\\x20705d796eab0c959d5e0583897ca009bb36f7df7ed3c6748212d1a35c73eaec	run	2026-11-26	{"id":"dogecoin","symbol":"doge","name":"Dogecoin","image":"https://assets.example/coins/images/7/large/dogecoin.png","current_price":0.1409341048090506,"market_cap":20294511093,"market_cap_rank":8,"fully_diluted_valuation":null,"total_volume":1611016688.97,"high_24h":0.15486529582772943,"low_24h":0.1409341048090506,"price_change_24h":-0.013931191018678818,"price_change_percentage_24h":-8.99568,"market_cap_change_24h":-2006091506.6897497,"market_cap_change_percentage_24h":-8.99568,"circulating_supply":144000000000.0,"total_supply":144000000000.0,"max_supply":null,"ath":0.18,"ath_change_percentage":-21.70328,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0015,"atl_change_percentage":9295.60699,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:53.123Z","price_change_percentage_1h_in_currency":-4.58923,"price_change_percentage_24h_in_currency":-8.99568,"price_change_percentage_7d_in_currency":-6.58473}
74	2026-05-01 11:59:52.123+00	2026-11-26 17:43:46.211931+00	snapshot	cardano	/coins/markets?page=1	\\x4f84e064de77a1828dfd1586e77610774436a2df6bca7839818dfa30b8bf5e37	run	2026-11-26	{"id":"cardano","symbol":"ada","name":"Cardano","image":"https://assets.example/coins/images/8/large/cardano.png","current_price":0.43886674858098673,"market_cap":15360336200,"market_cap_rank":9,"fully_diluted_valuation":null,"total_volume":3914801518.34,"high_24h":0.4398234820167433,"low_24h":0.43886674858098673,"price_change_24h":-0.0009567334357565849,"price_change_percentage_24h":-0.21753,"market_cap_change_24h":-33485670.25148047,"market_cap_change_percentage_24h":-0.21753,"circulating_supply":35000000000.0,"total_supply":35000000000.0,"max_supply":35000000000.0,"ath":0.54,"ath_change_percentage":-18.72838,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0045000000000000005,"atl_change_percentage":9652.59441,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:52.123Z","price_change_percentage_1h_in_currency":-5.21392,"price_change_percentage_24h_in_currency":-0.21753,"price_change_percentage_7d_in_currency":0.47249}
75	2026-05-01 11:59:50.123+00	2026-11-26 17:43:46.211931+00	snapshot	avalanche	/coins/markets?page=1	\\xab74af8fc13537632b19b994fada72da68ef7e2753e82ffce2444f0daf19d10c	run	2026-11-26	{"id":"avalanche","symbol":"avax","name":"Avalanche","image":"https://assets.example/coins/images/10/large/avalanche.png","current_price":35.980180128682754,"market_cap":14032270250,"market_cap_rank":10,"fully_diluted_valuation":null,"total_volume":3395875023.17,"high_24h":35.980180128682754,"low_24h":33.85244803749035,"price_change_24h":2.1277320911924065,"price_change_percentage_24h":6.28531,"market_cap_change_24h":829815515.5650386,"market_cap_change_percentage_24h":6.28531,"circulating_supply":390000000.0,"total_supply":390000000.0,"max_supply":390000000.0,"ath":42.0,"ath_change_percentage":-14.3329,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.35000000000000003,"atl_change_percentage":10180.05147,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:50.123Z","price_change_percentage_1h_in_currency":9.30714,"price_change_percentage_24h_in_currency":6.28531,"price_change_percentage_7d_in_currency":0.64665}
76	2026-05-01 11:59:49.123+00	2026-11-26 17:43:46.211931+00	snapshot	polkadot	/coins/markets?page=1	\\x2ee3f296ab590a463bafe879d78cf6ef6085ebed20ce29a31a2265e16c3af35a	run	2026-11-26	{"id":"polkadot","symbol":"dot","name":"Polkadot","image":"https://assets.example/coins/images/11/large/polkadot.png","current_price":6.980659117778757,"market_cap":9982342538,"market_cap_rank":11,"fully_diluted_valuation":null,"total_volume":1891304617.66,"high_24h":7.3153682954957295,"low_24h":6.980659117778757,"price_change_24h":-0.33470917771697284,"price_change_percentage_24h":-4.57542,"market_cap_change_24h":-478634124.13527113,"market_cap_change_percentage_24h":-4.57542,"circulating_supply":1430000000.0,"total_supply":1430000000.0,"max_supply":null,"ath":8.4,"ath_change_percentage":-16.89692,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.07,"atl_change_percentage":9872.37017,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:49.123Z","price_change_percentage_1h_in_currency":-0.02265,"price_change_percentage_24h_in_currency":-4.57542,"price_change_percentage_7d_in_currency":0.3618}
77	2026-05-01 11:59:51.123+00	2026-11-26 17:43:46.211931+00	snapshot	tron	/coins/markets?page=1	\\x1a48a62da627ac1b98c88136cacae4b16aa7a8fd3928f8f38eee4dc6560db281	run	2026-11-26	{"id":"tron","symbol":"trx","name":"TRON","image":"https://assets.example/coins/images/9/large/tron.png","current_price":0.11251927787350219,"market_cap":9789177175,"market_cap_rank":12,"fully_diluted_valuation":9789177175,"total_volume":1782601933.75,"high_24h":0.12351167281434217,"low_24h":0.11251927787350219,"price_change_24h":-0.010992394940839978,"price_change_percentage_24h":-8.89988,"market_cap_change_24h":-956338359.8530781,"market_cap_change_percentage_24h":-8.89988,"circulating_supply":87000000000.0,"total_supply":null,"max_supply":null,"ath":0.144,"ath_change_percentage":-21.86161,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0012,"atl_change_percentage":9276.60649,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:51.123Z","price_change_percentage_1h_in_currency":1.88354,"price_change_percentage_24h_in_currency":-8.89988,"price_change_percentage_7d_in_currency":-5.38374}
78	2026-05-01 11:59:47.123+00	2026-11-26 17:43:46.211931+00	snapshot	bitcoin-cash	/coins/markets?page=1	\\xfc6b7d01aef303807faa4e95238f0e0053ec23ec0316ecd38a1def70c2a75e13	run	2026-11-26	{"id":"bitcoin-cash","symbol":"bch","name":"Bitcoin Cash","image":"https://assets.example/coins/images/13/large/bitcoin-cash.png","current_price":441.25323863155944,"market_cap":8692688801,"market_cap_rank":13,"fully_diluted_valuation":null,"total_volume":1986069432.97,"high_24h":441.25323863155944,"low_24h":435.1374458177028,"price_change_24h":6.115792813856615,"price_change_percentage_24h":1.40549,"market_cap_change_24h":120481118.4329753,"market_cap_change_percentage_24h":1.40549,"circulating_supply":19700000.0,"total_supply":19700000.0,"max_supply":null,"ath":540.0,"ath_change_percentage":-18.28644,"ath_date":"2021-11-10T14:24:11.849Z","atl":4.5,"atl_change_percentage":9705.62753,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:47.123Z","price_change_percentage_1h_in_currency":-5.11496,"price_change_percentage_24h_in_currency":1.40549,"price_change_percentage_7d_in_currency":-5.91263}
79	2026-05-01 11:59:48.123+00	2026-11-26 17:43:46.211931+00	snapshot	chainlink	/coins/markets?page=1	\\x444acc8145966bf90a014edb95e240b4f676df1d7ef563ed4c31e00e1a4c30e2	run	2026-11-26	{"id":"chainlink","symbol":"link","name":"Chainlink","image":"https://assets.example/coins/images/12/large/chainlink.png","current_price":14.19747523873004,"market_cap":8376510391,"market_cap_rank":14,"fully_diluted_valuation":8376510391,"total_volume":916778573.96,"high_24h":14.19747523873004,"low_24h":13.72616015791209,"price_change_24h":0.4713150808179485,"price_change_percentage_24h":3.4337,"market_cap_change_24h":278075897.6825896,"market_cap_change_percentage_24h":3.4337,"circulating_supply":590000000.0,"total_supply":590000000.0,"max_supply":590000000.0,"ath":16.8,"ath_change_percentage":-15.49122,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.14,"atl_change_percentage":10041.05374,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:48.123Z","price_change_percentage_1h_in_currency":6.33301,"price_change_percentage_24h_in_currency":3.4337,"price_change_percentage_7d_in_currency":-0.47986}
80	2026-05-01 11:59:46.123+00	2026-11-26 17:43:46.211931+00	snapshot	near-protocol	/coins/markets?page=1	\\x4881553b995ba9fd35d5148a0565d39efcb0401f8f78d7c1fcf09245eb1344f6	run	2026-11-26	{"id":"near-protocol","symbol":"near","name":"NEAR Protocol","image":"https://assets.example/coins/images/14/large/near-protocol.png","current_price":6.976630173650333,"market_cap":7534760588,"market_cap_rank":15,"fully_diluted_valuation":null,"total_volume":67201626.43,"high_24h":6.976630173650333,"low_24h":6.840630928429249,"price_change_24h":0.1359992452210843,"price_change_percentage_24h":1.98811,"market_cap_change_24h":146879184.83877105,"market_cap_change_percentage_24h":1.98811,"circulating_supply":1080000000.0,"total_supply":null,"max_supply":1080000000.0,"ath":8.4,"ath_change_percentage":-16.94488,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.07,"atl_change_percentage":9866.61453,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:46.123Z","price_change_percentage_1h_in_currency":2.44513,"price_change_percentage_24h_in_currency":1.98811,"price_change_percentage_7d_in_currency":1.51255}
81	2026-05-01 11:59:45.123+00	2026-11-26 17:43:46.211931+00	snapshot	litecoin	/coins/markets?page=1	\\x9978cadb29d825c6e8cccf7de0f8062eedc5e57ce9ad30ceb4df53c66e258ae4	run	2026-11-26	{"id":"litecoin","symbol":"ltc","name":"Litecoin","image":"https://assets.example/coins/images/15/large/litecoin.png","current_price":82.62170779036038,"market_cap":6114006376,"market_cap_rank":16,"fully_diluted_valuation":6114006376,"total_volume":822927359.94,"high_24h":82.62170779036038,"low_24h":82.05443500371794,"price_change_24h":0.5672727866424339,"price_change_percentage_24h":0.69134,"market_cap_change_24h":41978186.2115401,"market_cap_change_percentage_24h":0.69134,"circulating_supply":74000000.0,"total_supply":74000000.0,"max_supply":null,"ath":96.0,"ath_change_percentage":-13.93572,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.8,"atl_change_percentage":10227.71347,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:45.123Z","price_change_percentage_1h_in_currency":3.68954,"price_change_percentage_24h_in_currency":0.69134,"price_change_percentage_7d_in_currency":-0.26657}
82	2026-05-01 11:59:44.123+00	2026-11-26 17:43:46.211931+00	snapshot	cosmos-hub	/coins/markets?page=1	\\x58da70392dad3c4dff21482db6e4402e291ed4c002d58f9490c7b3dc54855be6	run	2026-11-26	{"id":"cosmos-hub","symbol":"atom","name":"Cosmos Hub","image":"https://assets.example/coins/images/16/large/cosmos-hub.png","current_price":7.976442549430005,"market_cap":3110812594,"market_cap_rank":17,"fully_diluted_valuation":null,"total_volume":348985006.47,"high_24h":7.976442549430005,"low_24h":7.822794211096723,"price_change_24h":0.15364833833328184,"price_change_percentage_24h":1.96411,"market_cap_change_24h":59922851.949979916,"market_cap_change_percentage_24h":1.96411,"circulating_supply":390000000.0,"total_supply":390000000.0,"max_supply":390000000.0,"ath":9.6,"ath_change_percentage":-16.91206,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.08,"atl_change_percentage":9870.55319,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:44.123Z","price_change_percentage_1h_in_currency":-0.21573,"price_change_percentage_24h_in_currency":1.96411,"price_change_percentage_7d_in_currency":-0.17385}
83	2026-05-01 11:59:43.123+00	2026-11-26 17:43:46.211931+00	snapshot	stellar	/coins/markets?page=1	\\xfca9df74131e05523fdbe7abba78ac47c652a99d026b102269aa410df41ac451	run	2026-11-26	{"id":"stellar","symbol":"xlm","name":"Stellar","image":"https://assets.example/coins/images/17/large/stellar.png","current_price":0.10553314884206835,"market_cap":3049908002,"market_cap_rank":18,"fully_diluted_valuation":null,"total_volume":438104424.31,"high_24h":0.11549787855197638,"low_24h":0.10553314884206835,"price_change_24h":-0.009964729709908027,"price_change_percentage_24h":-8.62763,"market_cap_change_24h":-287980688.61634195,"market_cap_change_percentage_24h":-8.62763,"circulating_supply":28900000000.0,"total_supply":28900000000.0,"max_supply":null,"ath":0.132,"ath_change_percentage":-20.05064,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0011,"atl_change_percentage":9493.92262,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:43.123Z","price_change_percentage_1h_in_currency":0.39659,"price_change_percentage_24h_in_currency":-8.62763,"price_change_percentage_7d_in_currency":-12.1348}
84	2026-05-01 11:59:42.123+00	2026-11-26 17:43:46.211931+00	snapshot	monero	/coins/markets?page=1	\\x71ee33bd7a0b815e5e4d6cf4895233f52628cfbdba96eabdc376929d82e8a65a	run	2026-11-26	{"id":"monero","symbol":"xmr","name":"Monero","image":"https://assets.example/coins/images/18/large/monero.png","current_price":141.26400555487191,"market_cap":2599257702,"market_cap_rank":19,"fully_diluted_valuation":2599257702,"total_volume":101783254.35,"high_24h":142.87251988304646,"low_24h":141.26400555487191,"price_change_24h":-1.6085143281745502,"price_change_percentage_24h":-1.12584,"market_cap_change_24h":-29596663.638411723,"market_cap_change_percentage_24h":-1.12584,"circulating_supply":18400000.0,"total_supply":18400000.0,"max_supply":18400000.0,"ath":168.0,"ath_change_percentage":-15.91428,"ath_date":"2021-11-10T14:24:11.849Z","atl":1.4000000000000001,"atl_change_percentage":9990.28611,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:42.123Z","price_change_percentage_1h_in_currency":-4.06886,"price_change_percentage_24h_in_currency":-1.12584,"price_change_percentage_7d_in_currency":-1.51315}
85	2026-05-01 11:59:41.123+00	2026-11-26 17:43:46.211931+00	snapshot	holo	/coins/markets?page=1	\\x4689338da7ae6b85d19a7d8a124547e2502eb7bbdbb5f43c447d00dce6a2fddb	run	2026-11-26	{"id":"holo","symbol":"hot","name":"Holo","image":"https://assets.example/coins/images/19/large/holo.png","current_price":0.0019907841504465834,"market_cap":352368795,"market_cap_rank":20,"fully_diluted_valuation":null,"total_volume":23795307.16,"high_24h":0.0020137160325297437,"low_24h":0.0019907841504465834,"price_change_24h":-2.2931882083160327e-05,"price_change_percentage_24h":-1.13878,"market_cap_change_24h":-4058943.128719378,"market_cap_change_percentage_24h":-1.13878,"circulating_supply":177000000000.0,"total_supply":null,"max_supply":null,"ath":0.0024,"ath_change_percentage":-17.05066,"ath_date":"2021-11-10T14:24:11.849Z","atl":2e-05,"atl_change_percentage":9853.92075,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-01T11:59:41.123Z","price_change_percentage_1h_in_currency":2.01215,"price_change_percentage_24h_in_currency":-1.13878,"price_change_percentage_7d_in_currency":-1.85782}
131	2026-05-02 12:10:00.123+00	2026-11-26 17:43:47.502429+00	snapshot	bitcoin	/coins/markets?page=1	\\x3ac4d620ed4bb818889ccec98343f85fc9ec9d497ec26f95b22d6b4c423c5e96	run	2026-11-26	{"id":"bitcoin","symbol":"btc","name":"Bitcoin","image":"https://assets.example/coins/images/0/large/bitcoin.png","current_price":60615.21,"market_cap":1194119705602,"market_cap_rank":1,"fully_diluted_valuation":1194119705602,"total_volume":268339200602.25,"high_24h":69281.39187025248,"low_24h":60615.21348234783,"price_change_24h":-8666.178387904649,"price_change_percentage_24h":-12.50867,"market_cap_change_24h":-170723714241.7216,"market_cap_change_percentage_24h":-12.50867,"circulating_supply":19700000.0,"total_supply":19700000.0,"max_supply":19700000.0,"ath":76800.0,"ath_change_percentage":-21.07394,"ath_date":"2021-11-10T14:24:11.849Z","atl":640.0,"atl_change_percentage":9371.12711,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:10:00.123Z","price_change_percentage_1h_in_currency":2.53493,"price_change_percentage_24h_in_currency":-12.50867,"price_change_percentage_7d_in_currency":-2.50181}
132	2026-05-02 12:09:59.123+00	2026-11-26 17:43:47.502429+00	snapshot	ethereum	/coins/markets?page=1	\\x506edcb1ea8d8fbf2adacfc37a3bcfed7736ad4a58fccdf4326979a368d678d8	run	2026-11-26	{"id":"ethereum","symbol":"eth","name":"Ethereum","image":"https://assets.example/coins/images/1/large/ethereum.png","current_price":3011.81,"market_cap":361417547937,"market_cap_rank":2,"fully_diluted_valuation":null,"total_volume":48210888343.94,"high_24h":3358.7378066577353,"low_24h":3011.8128994752274,"price_change_24h":-346.9249071825079,"price_change_percentage_24h":-10.32903,"market_cap_change_24h":-41630988861.90095,"market_cap_change_percentage_24h":-10.32903,"circulating_supply":120000000.0,"total_supply":120000000.0,"max_supply":null,"ath":3720.0,"ath_change_percentage":-19.03729,"ath_date":"2021-11-10T14:24:11.849Z","atl":31.0,"atl_change_percentage":9615.52548,"atl_date":"2015-10-20T00:00:00.000Z","roi":{"times":90.2,"currency":"btc","percentage":9020.28},"last_updated":"2026-05-02T12:09:59.123Z","price_change_percentage_1h_in_currency":4.49917,"price_change_percentage_24h_in_currency":-10.32903,"price_change_percentage_7d_in_currency":1.31263}
133	2026-05-02 12:09:58.123+00	2026-11-26 17:43:47.502429+00	snapshot	tether	/coins/markets?page=1	\\x8decc3de97b0102ba8b45746dd87191afe874b40996b0c74f946a887af43ea07	run	2026-11-26	{"id":"tether","symbol":"usdt","name":"Tether","image":"https://assets.example/coins/images/2/large/tether.png","current_price":1.0000935280964731,"market_cap":110010288091,"market_cap_rank":3,"fully_diluted_valuation":null,"total_volume":6993907557.39,"high_24h":1.0002137788392707,"low_24h":1.0000935280964731,"price_change_24h":-0.00012025074279753412,"price_change_percentage_24h":-0.01202,"market_cap_change_24h":-13227581.707728753,"market_cap_change_percentage_24h":-0.01202,"circulating_supply":110000000000.0,"total_supply":110000000000.0,"max_supply":110000000000.0,"ath":1.2,"ath_change_percentage":-16.65887,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.01,"atl_change_percentage":9900.93528,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:58.123Z","price_change_percentage_1h_in_currency":0.01772,"price_change_percentage_24h_in_currency":-0.01202,"price_change_percentage_7d_in_currency":0.01159}
134	2026-05-02 12:09:57.123+00	2026-11-26 17:43:47.502429+00	snapshot	bnb	/coins/markets?page=1	\\x8ba6a24c1d3c58e816db4e92e6325703d24e6e80e110c4dbdee4825453ee3511	run	2026-11-26	{"id":"bnb","symbol":"bnb","name":"BNB","image":"https://assets.example/coins/images/3/large/bnb.png","current_price":534.6499506585247,"market_cap":78593542747,"market_cap_rank":4,"fully_diluted_valuation":78593542747,"total_volume":21345673655.18,"high_24h":550.3483311323923,"low_24h":534.6499506585247,"price_change_24h":-15.698380473867587,"price_change_percentage_24h":-2.85244,"market_cap_change_24h":-2307661929.6585355,"market_cap_change_percentage_24h":-2.85244,"circulating_supply":147000000.0,"total_supply":147000000.0,"max_supply":null,"ath":696.0,"ath_change_percentage":-23.18248,"ath_date":"2021-11-10T14:24:11.849Z","atl":5.8,"atl_change_percentage":9118.1026,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:57.123Z","price_change_percentage_1h_in_currency":-4.27102,"price_change_percentage_24h_in_currency":-2.85244,"price_change_percentage_7d_in_currency":-2.51656}
135	2026-05-02 12:09:56.123+00	2026-11-26 17:43:47.502429+00	snapshot	solana	/coins/markets?page=1	\\x99aed238e74a55e0b5724963d36210c535e93af7a96616cbbe2bb25d9fc2c43a	run	2026-11-26	{"id":"solana","symbol":"sol","name":"Solana","image":"https://assets.example/coins/images/4/large/solana.png","current_price":148.74706100134586,"market_cap":68423648061,"market_cap_rank":5,"fully_diluted_valuation":null,"total_volume":412687525.29,"high_24h":148.74706100134586,"low_24h":143.73021996278166,"price_change_24h":5.016841038564195,"price_change_percentage_24h":3.49046,"market_cap_change_24h":2307746877.7395296,"market_cap_change_percentage_24h":3.49046,"circulating_supply":460000000.0,"total_supply":null,"max_supply":460000000.0,"ath":180.0,"ath_change_percentage":-17.36274,"ath_date":"2021-11-10T14:24:11.849Z","atl":1.5,"atl_change_percentage":9816.47073,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:56.123Z","price_change_percentage_1h_in_currency":5.95918,"price_change_percentage_24h_in_currency":3.49046,"price_change_percentage_7d_in_currency":-5.7521}
136	2026-05-02 12:09:55.123+00	2026-11-26 17:43:47.502429+00	snapshot	usdc	/coins/markets?page=1	\\xccd183d238899f8ca6b8cdcefeafee7c2387278c639f01e057550d7a0b6777e3	run	2026-11-26	{"id":"usdc","symbol":"usdc","name":"USDC","image":"https://assets.example/coins/images/5/large/usdc.png","current_price":1.0007551463536641,"market_cap":33024919830,"market_cap_rank":6,"fully_diluted_valuation":null,"total_volume":3030008952.42,"high_24h":1.0007551463536641,"low_24h":0.9998390666664783,"price_change_24h":0.0009160796871858778,"price_change_percentage_24h":0.09162,"market_cap_change_24h":30230629.67713397,"market_cap_change_percentage_24h":0.09162,"circulating_supply":33000000000.0,"total_supply":33000000000.0,"max_supply":null,"ath":1.2,"ath_change_percentage":-16.60374,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.01,"atl_change_percentage":9907.55146,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:55.123Z","price_change_percentage_1h_in_currency":0.06713,"price_change_percentage_24h_in_currency":0.09162,"price_change_percentage_7d_in_currency":0.15309}
137	2026-05-02 12:09:54.123+00	2026-11-26 17:43:47.502429+00	snapshot	xrp	/coins/markets?page=1	\\x20bc26b6c052ba37ea4125d5456ece652d6185ad39bcb033899c0fd7b9469b93	run	2026-11-26	{"id":"xrp","symbol":"xrp","name":"XRP","image":"https://assets.example/coins/images/6/large/xrp.png","current_price":0.5236285072629605,"market_cap":28799567899,"market_cap_rank":7,"fully_diluted_valuation":28799567899,"total_volume":8631482173.56,"high_24h":0.5638048080883112,"low_24h":0.5236285072629605,"price_change_24h":-0.04017630082535073,"price_change_percentage_24h":-7.12592,"market_cap_change_24h":-2209696545.39429,"market_cap_change_percentage_24h":-7.12592,"circulating_supply":55000000000.0,"total_supply":55000000000.0,"max_supply":55000000000.0,"ath":0.624,"ath_change_percentage":-16.08518,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.005200000000000001,"atl_change_percentage":9969.77899,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:54.123Z","price_change_percentage_1h_in_currency":-5.68682,"price_change_percentage_24h_in_currency":-7.12592,"price_change_percentage_7d_in_currency":-0.83521}
138	2026-05-02 12:09:53.123+00	2026-11-26 17:43:47.502429+00	snapshot	dogecoin	/coins/markets?page=1	\\xc708b8b6798ca819c4cf319ffbd9f180f85fcd0f71494c95629aff2259db9926	run	2026-11-26	{"id":"dogecoin","symbol":"doge","name":"Dogecoin","image":"https://assets.example/coins/images/7/large/dogecoin.png","current_price":0.15215905261719773,"market_cap":21910903577,"market_cap_rank":8,"fully_diluted_valuation":null,"total_volume":1739328982.69,"high_24h":0.15215905261719773,"low_24h":0.14542428230679344,"price_change_24h":0.006734770310404287,"price_change_percentage_24h":4.63112,"market_cap_change_24h":969806924.6982173,"market_cap_change_percentage_24h":4.63112,"circulating_supply":144000000000.0,"total_supply":144000000000.0,"max_supply":null,"ath":0.18,"ath_change_percentage":-15.46719,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0015,"atl_change_percentage":10043.93684,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:53.123Z","price_change_percentage_1h_in_currency":-3.12628,"price_change_percentage_24h_in_currency":4.63112,"price_change_percentage_7d_in_currency":-5.55524}
139	2026-05-02 12:09:52.123+00	2026-11-26 17:43:47.502429+00	snapshot	cardano	/coins/markets?page=1	\\xaa6d635030782a031d3f90227d6b7ed6658183989a98a8f00177cbfbc8945631	run	2026-11-26	{"id":"cardano","symbol":"ada","name":"Cardano","image":"https://assets.example/coins/images/8/large/cardano.png","current_price":0.45494524469092656,"market_cap":15923083564,"market_cap_rank":9,"fully_diluted_valuation":null,"total_volume":4058225738.08,"high_24h":0.4578092794967137,"low_24h":0.45494524469092656,"price_change_24h":-0.002864034805787119,"price_change_percentage_24h":-0.6256,"market_cap_change_24h":-100241218.20254916,"market_cap_change_percentage_24h":-0.6256,"circulating_supply":35000000000.0,"total_supply":35000000000.0,"max_supply":35000000000.0,"ath":0.54,"ath_change_percentage":-15.75088,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0045000000000000005,"atl_change_percentage":10009.89433,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:52.123Z","price_change_percentage_1h_in_currency":2.90275,"price_change_percentage_24h_in_currency":-0.6256,"price_change_percentage_7d_in_currency":-0.54304}
140	2026-05-02 12:09:50.123+00	2026-11-26 17:43:47.502429+00	snapshot	avalanche	/coins/markets?page=1	\\xfc57656a9725ec31f18885ab7e12280deef3395ddb2a7e18bcb8d3ffaaeb66ce	run	2026-11-26	{"id":"avalanche","symbol":"avax","name":"Avalanche","image":"https://assets.example/coins/images/10/large/avalanche.png","current_price":37.05709621896524,"market_cap":14452267525,"market_cap_rank":10,"fully_diluted_valuation":null,"total_volume":3497516327.91,"high_24h":37.05709621896524,"low_24h":34.17923938217103,"price_change_24h":2.8778568367942086,"price_change_percentage_24h":8.4199,"market_cap_change_24h":1122364166.3497412,"market_cap_change_percentage_24h":8.4199,"circulating_supply":390000000.0,"total_supply":390000000.0,"max_supply":390000000.0,"ath":42.0,"ath_change_percentage":-11.76882,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.35000000000000003,"atl_change_percentage":10487.74178,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:50.123Z","price_change_percentage_1h_in_currency":5.07736,"price_change_percentage_24h_in_currency":8.4199,"price_change_percentage_7d_in_currency":9.09183}
141	2026-05-02 12:09:51.123+00	2026-11-26 17:43:47.502429+00	snapshot	tron	/coins/markets?page=1	\\x43b949b5b62381600feb9cbe6afb09451d684df21b18b9ccb6f6c97367fb9853	run	2026-11-26	{"id":"tron","symbol":"trx","name":"TRON","image":"https://assets.example/coins/images/9/large/tron.png","current_price":0.12777283798684075,"market_cap":11116236905,"market_cap_rank":11,"fully_diluted_valuation":11116236905,"total_volume":2024258530.46,"high_24h":0.12777283798684075,"low_24h":0.11288269830510028,"price_change_24h":0.014890139681740466,"price_change_percentage_24h":13.19081,"market_cap_change_24h":1295442152.3114207,"market_cap_change_percentage_24h":13.19081,"circulating_supply":87000000000.0,"total_supply":null,"max_supply":null,"ath":0.144,"ath_change_percentage":-11.26886,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0012,"atl_change_percentage":10547.7365,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:51.123Z","price_change_percentage_1h_in_currency":3.18582,"price_change_percentage_24h_in_currency":13.19081,"price_change_percentage_7d_in_currency":6.84053}
142	2026-05-02 12:09:49.123+00	2026-11-26 17:43:47.502429+00	snapshot	polkadot	/coins/markets?page=1	\\x6d19244eb2b3f8fe66b389acbe34fdee4aed479d4c4d5555dd1536239d09b106	run	2026-11-26	{"id":"polkadot","symbol":"dot","name":"Polkadot","image":"https://assets.example/coins/images/11/large/polkadot.png","current_price":7.054029184085752,"market_cap":10087261733,"market_cap_rank":12,"fully_diluted_valuation":null,"total_volume":1911183133.84,"high_24h":7.054029184085752,"low_24h":6.671192862267306,"price_change_24h":0.38283632181844585,"price_change_percentage_24h":5.73865,"market_cap_change_24h":547455940.2003776,"market_cap_change_percentage_24h":5.73865,"circulating_supply":1430000000.0,"total_supply":1430000000.0,"max_supply":null,"ath":8.4,"ath_change_percentage":-16.02346,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.07,"atl_change_percentage":9977.18455,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:49.123Z","price_change_percentage_1h_in_currency":-1.02883,"price_change_percentage_24h_in_currency":5.73865,"price_change_percentage_7d_in_currency":0.37659}
143	2026-05-02 12:09:47.123+00	2026-11-26 17:43:47.502429+00	snapshot	bitcoin-cash	/coins/markets?page=1	\\x5fafe7acabf54141deb6c5800bc1d81200e88dc186ff3c8dc1486ca8bfa49ed9	run	2026-11-26	{"id":"bitcoin-cash","symbol":"bch","name":"Bitcoin Cash","image":"https://assets.example/coins/images/13/large/bitcoin-cash.png","current_price":488.7075391286769,"market_cap":9627538521,"market_cap_rank":13,"fully_diluted_valuation":null,"total_volume":2199660014.13,"high_24h":488.7075391286769,"low_24h":455.65812915136877,"price_change_24h":33.04940997730813,"price_change_percentage_24h":7.25312,"market_cap_change_24h":651073376.5529702,"market_cap_change_percentage_24h":7.25312,"circulating_supply":19700000.0,"total_supply":19700000.0,"max_supply":null,"ath":540.0,"ath_change_percentage":-9.4986,"ath_date":"2021-11-10T14:24:11.849Z","atl":4.5,"atl_change_percentage":10760.16754,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:47.123Z","price_change_percentage_1h_in_currency":1.52918,"price_change_percentage_24h_in_currency":7.25312,"price_change_percentage_7d_in_currency":15.97541}
144	2026-05-02 12:09:48.123+00	2026-11-26 17:43:47.502429+00	snapshot	chainlink	/coins/markets?page=1	\\xbf55f40c06788cf38e2735c4ecc8f7a8314ae80ca148264d8ee2cbdd7da95dba	run	2026-11-26	{"id":"chainlink","symbol":"link","name":"Chainlink","image":"https://assets.example/coins/images/12/large/chainlink.png","current_price":14.335431762620152,"market_cap":8457904740,"market_cap_rank":14,"fully_diluted_valuation":8457904740,"total_volume":925686889.22,"high_24h":14.335431762620152,"low_24h":14.179546291759353,"price_change_24h":0.15588547086079885,"price_change_percentage_24h":1.09937,"market_cap_change_24h":91972427.80787133,"market_cap_change_percentage_24h":1.09937,"circulating_supply":590000000.0,"total_supply":590000000.0,"max_supply":590000000.0,"ath":16.8,"ath_change_percentage":-14.67005,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.14,"atl_change_percentage":10139.59412,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:48.123Z","price_change_percentage_1h_in_currency":0.82101,"price_change_percentage_24h_in_currency":1.09937,"price_change_percentage_7d_in_currency":1.36511}
145	2026-05-02 12:09:46.123+00	2026-11-26 17:43:47.502429+00	snapshot	near-protocol	/coins/markets?page=1	\\x73db817bdba518887cdd96cd514d4e08a1ae8ada0cb23dcbe62babd027b9280f	run	2026-11-26	{"id":"near-protocol","symbol":"near","name":"NEAR Protocol","image":"https://assets.example/coins/images/14/large/near-protocol.png","current_price":6.885666660925246,"market_cap":7436519994,"market_cap_rank":15,"fully_diluted_valuation":null,"total_volume":66325430.35,"high_24h":7.138251015306813,"low_24h":6.885666660925246,"price_change_24h":-0.25258435438156734,"price_change_percentage_24h":-3.53846,"market_cap_change_24h":-272791102.73209274,"market_cap_change_percentage_24h":-3.53846,"circulating_supply":1080000000.0,"total_supply":null,"max_supply":1080000000.0,"ath":8.4,"ath_change_percentage":-18.02778,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.07,"atl_change_percentage":9736.66666,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:46.123Z","price_change_percentage_1h_in_currency":-2.49927,"price_change_percentage_24h_in_currency":-3.53846,"price_change_percentage_7d_in_currency":-3.41754}
146	2026-05-02 12:09:45.123+00	2026-11-26 17:43:47.502429+00	snapshot	litecoin	/coins/markets?page=1	\\xb952cc72e3a12702530d23c730ccb6cb16ab44ce59a2d0e60eb14065ab361e6b	run	2026-11-26	{"id":"litecoin","symbol":"ltc","name":"Litecoin","image":"https://assets.example/coins/images/15/large/litecoin.png","current_price":83.72801120485616,"market_cap":6195872829,"market_cap_rank":16,"fully_diluted_valuation":6195872829,"total_volume":833946344.81,"high_24h":84.14905426602657,"low_24h":83.72801120485616,"price_change_24h":-0.42104306117040835,"price_change_percentage_24h":-0.50035,"market_cap_change_24h":-31157186.526610218,"market_cap_change_percentage_24h":-0.50035,"circulating_supply":74000000.0,"total_supply":74000000.0,"max_supply":null,"ath":96.0,"ath_change_percentage":-12.78332,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.8,"atl_change_percentage":10366.0014,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:45.123Z","price_change_percentage_1h_in_currency":-1.4002,"price_change_percentage_24h_in_currency":-0.50035,"price_change_percentage_7d_in_currency":-0.11709}
147	2026-05-02 12:09:44.123+00	2026-11-26 17:43:47.502429+00	snapshot	cosmos-hub	/coins/markets?page=1	\\x8daad87c501bd7f7af48cfd34670f238d2780a65dcbd051782c77d0530ad398b	run	2026-11-26	{"id":"cosmos-hub","symbol":"atom","name":"Cosmos Hub","image":"https://assets.example/coins/images/16/large/cosmos-hub.png","current_price":8.35195548950721,"market_cap":3257262641,"market_cap_rank":17,"fully_diluted_valuation":null,"total_volume":365414434.13,"high_24h":8.35195548950721,"low_24h":8.001801816484308,"price_change_24h":0.350153673022902,"price_change_percentage_24h":4.37594,"market_cap_change_24h":136559932.47893178,"market_cap_change_percentage_24h":4.37594,"circulating_supply":390000000.0,"total_supply":390000000.0,"max_supply":390000000.0,"ath":9.6,"ath_change_percentage":-13.00046,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.08,"atl_change_percentage":10339.94436,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:44.123Z","price_change_percentage_1h_in_currency":0.70951,"price_change_percentage_24h_in_currency":4.37594,"price_change_percentage_7d_in_currency":7.05187}
148	2026-05-02 12:09:43.123+00	2026-11-26 17:43:47.502429+00	snapshot	stellar	/coins/markets?page=1	\\xa29db4cd57aa889d88d7ae27927934feb10d26631d1ffea4b3478f2af55a17c2	run	2026-11-26	{"id":"stellar","symbol":"xlm","name":"Stellar","image":"https://assets.example/coins/images/17/large/stellar.png","current_price":0.11151693449085899,"market_cap":3222839407,"market_cap_rank":18,"fully_diluted_valuation":null,"total_volume":462945178.1,"high_24h":0.11151693449085899,"low_24h":0.10282244257632961,"price_change_24h":0.008694491914529381,"price_change_percentage_24h":8.45583,"market_cap_change_24h":251270816.32989913,"market_cap_change_percentage_24h":8.45583,"circulating_supply":28900000000.0,"total_supply":28900000000.0,"max_supply":null,"ath":0.132,"ath_change_percentage":-15.51747,"ath_date":"2021-11-10T14:24:11.849Z","atl":0.0011,"atl_change_percentage":10037.90314,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:43.123Z","price_change_percentage_1h_in_currency":2.17086,"price_change_percentage_24h_in_currency":8.45583,"price_change_percentage_7d_in_currency":3.88179}
149	2026-05-02 12:09:42.123+00	2026-11-26 17:43:47.502429+00	snapshot	monero	/coins/markets?page=1	\\x4a7b90ff784b9e77f8f631eeaaa74153bec212f494e735aef884135f67926b84	run	2026-11-26	{"id":"monero","symbol":"xmr","name":"Monero","image":"https://assets.example/coins/images/18/large/monero.png","current_price":131.390994178089,"market_cap":2417594293,"market_cap_rank":19,"fully_diluted_valuation":2417594293,"total_volume":94669572.25,"high_24h":143.38238877914114,"low_24h":131.390994178089,"price_change_24h":-11.99139460105215,"price_change_percentage_24h":-8.36323,"market_cap_change_24h":-220641660.65935954,"market_cap_change_percentage_24h":-8.36323,"circulating_supply":18400000.0,"total_supply":18400000.0,"max_supply":18400000.0,"ath":168.0,"ath_change_percentage":-21.79107,"ath_date":"2021-11-10T14:24:11.849Z","atl":1.4000000000000001,"atl_change_percentage":9285.07101,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:42.123Z","price_change_percentage_1h_in_currency":-2.16491,"price_change_percentage_24h_in_currency":-8.36323,"price_change_percentage_7d_in_currency":-0.84757}
150	2026-05-02 12:09:41.123+00	2026-11-26 17:43:47.502429+00	snapshot	holo	/coins/markets?page=1	\\x197a7887ef97401210665c395b5de606c95c8caf84fb5411c892ae68bb56bd99	run	2026-11-26	{"id":"holo","symbol":"hot","name":"Holo","image":"https://assets.example/coins/images/19/large/holo.png","current_price":0.0019558383363732132,"market_cap":346183386,"market_cap_rank":20,"fully_diluted_valuation":null,"total_volume":23377609.25,"high_24h":0.001991856020523431,"low_24h":0.0019558383363732132,"price_change_24h":-3.601768415021755e-05,"price_change_percentage_24h":-1.80825,"market_cap_change_24h":-6375130.094588506,"market_cap_change_percentage_24h":-1.80825,"circulating_supply":177000000000.0,"total_supply":null,"max_supply":null,"ath":0.0024,"ath_change_percentage":-18.50674,"ath_date":"2021-11-10T14:24:11.849Z","atl":2e-05,"atl_change_percentage":9679.19168,"atl_date":"2015-10-20T00:00:00.000Z","roi":null,"last_updated":"2026-05-02T12:09:41.123Z","price_change_percentage_1h_in_currency":-2.53632,"price_change_percentage_24h_in_currency":-1.80825,"price_change_percentage_7d_in_currency":-1.98452}
196	2026-04-20 00:00:00+00	2026-11-26 17:43:47.919713+00	history	bitcoin	/coins/bitcoin/market_chart/range?vs_currency=usd&from=1776643200&to=1776815999	\\xf5fccd1660370b9f80737e3e678278ba3c6ca08351ff8b6546d7a1e8afa858dd	past run	2026-04-20/2026-04-21/1h	{"prices":[[1776643200500,60446.38485276198],[1776646800500,64089.362190158696],[1776650400500,66875.07902567896],[1776654000500,66083.61450701566],[1776657600500,65126.50386357753],[1776661200500,65612.8755865462],[1776664800500,64683.77947350814],[1776668400500,62205.81676713263],[1776672000500,62563.56786764652],[1776675600500,66891.31175560008],[1776679200500,69773.73830206586],[1776682800500,67324.93495715605],[1776686400500,63988.90314312455],[1776690000500,63961.96539271621],[1776693600500,65206.99461622223],[1776697200500,64978.26194581141],[1776700800500,65403.83453964654],[1776704400500,68333.62345462239],[1776708000500,69852.73785958758],[1776711600500,66437.89403593027],[1776715200500,62524.91705210843],[1776718800500,63219.30811726713],[1776722400500,66761.56156690906],[1776726000500,68005.57967058408],[1776729600500,66955.6013347624],[1776733200500,67045.0003117063],[1776736800500,67314.23728956237],[1776740400500,64817.92416144079],[1776744000500,62094.85463612359],[1776747600500,63673.378094746426],[1776751200500,68157.8143906007],[1776754800500,69271.1279895787],[1776758400500,66012.15600144243],[1776762000500,63722.321735890226],[1776765600500,64091.3350012336],[1776769200500,64032.0219069992],[1776772800500,63056.72403692968],[1776776400500,64419.99275630323],[1776780000500,67777.56722115485],[1776783600500,67756.57832875707],[1776787200500,63339.61004577657],[1776790800500,60470.17940491858],[1776794400500,62064.0712763282],[1776798000500,64572.01975033847],[1776801600500,64560.46894883531],[1776805200500,64143.25147440887],[1776808800500,65119.63776811069],[1776812400500,64510.776574965465]],"market_caps":[[1776643200500,1190793781599.411],[1776646800500,1262560435146.1262],[1776650400500,1317439056805.8755],[1776654000500,1301847205788.2085],[1776657600500,1282992126112.4773],[1776661200500,1292573649054.9602],[1776664800500,1274270455628.1104],[1776668400500,1225454590312.5127],[1776672000500,1232502286992.6365],[1776675600500,1317758841585.3215],[1776679200500,1374542644550.6975],[1776682800500,1326301218655.974],[1776686400500,1260581391919.5537],[1776690000500,1260050718236.5093],[1776693600500,1284577793939.578],[1776697200500,1280071760332.4849],[1776700800500,1288455540431.0369],[1776704400500,1346172382056.061],[1776708000500,1376098935833.8752],[1776711600500,1308826512507.8262],[1776715200500,1231740865926.5361],[1776718800500,1245420369910.1624],[1776722400500,1315202762868.1086],[1776726000500,1339709919510.5063],[1776729600500,1319025346294.819],[1776733200500,1320786506140.6143],[1776736800500,1326090474604.3787],[1776740400500,1276913105980.3835],[1776744000500,1223268636331.6348],[1776747600500,1254365548466.5046],[1776751200500,1342708943494.8337],[1776754800500,1364641221394.7004],[1776758400500,1300439473228.416],[1776762000500,1255329738197.0374],[1776765600500,1262599299524.302],[1776769200500,1261430831567.8843],[1776772800500,1242217463527.5146],[1776776400500,1269073857299.1736],[1776780000500,1335218074256.7505],[1776783600500,1334804593076.5142],[1776787200500,1247790317901.7983],[1776790800500,1191262534276.896],[1776794400500,1222662204143.6655],[1776798000500,1272068789081.668],[1776801600500,1271841238292.0557],[1776805200500,1263622054045.8547],[1776808800500,1282856864031.7805],[1776812400500,1270862298526.8196]],"total_volumes":[[1776643200500,267591808373.47964],[1776646800500,283719007641.9244],[1776650400500,296051176181.8475],[1776654000500,292547419549.77686],[1776657600500,288310359409.37354],[1776661200500,290463492127.03625],[1776664800500,286350450302.51324],[1776668400500,275380687209.21606],[1776672000500,276964425660.52795],[1776675600500,296123037312.41815],[1776679200500,308883332803.2288],[1776682800500,298042656110.7913],[1776686400500,283274282649.20856],[1776690000500,283155031161.0866],[1776693600500,288666686195.6653],[1776697200500,287654103076.6183],[1776700800500,289538082412.28784],[1776704400500,302508047709.975],[1776708000500,309233058175.7127],[1776711600500,294115789602.7236],[1776715200500,276793321273.55524],[1776718800500,279867340692.52985],[1776722400500,295548642537.39233],[1776726000500,301055821417.03265],[1776729600500,296407642666.2291],[1776733200500,296803405522.278],[1776736800500,297995298303.97217],[1776740400500,286944299210.3516],[1776744000500,274889465817.399],[1776747600500,281877475900.74384],[1776751200500,301729753598.8448],[1776754800500,306658313014.97833],[1776758400500,292231077873.15576],[1776762000500,282094145888.1046],[1776765600500,283727741134.9927],[1776769200500,283465166322.86664],[1776772800500,279147592635.20245],[1776776400500,285182685433.6347],[1776780000500,300046426664.5912],[1776783600500,299953510344.0179],[1776787200500,280399908697.69794],[1776790800500,267697145148.48334],[1776794400500,274753190092.4648],[1776798000500,285855698027.4328],[1776801600500,285804563458.0136],[1776805200500,283957571636.4392],[1776808800500,288279963697.423],[1776812400500,285584578884.6004]]}
197	2026-04-20 00:00:00+00	2026-11-26 17:43:47.941297+00	history	ethereum	/coins/ethereum/market_chart/range?vs_currency=usd&from=1776643200&to=1776815999	\\x3d72895be89962ee0e017415907a86ce45da6988822a9f983ce0dadb87061352	past run	2026-04-20/2026-04-21/1h	{"prices":[[1776643237500,2928.676798925587],[1776646837500,2855.2458720701784],[1776650437500,2948.689485787821],[1776654037500,3120.692619657187],[1776657637500,3181.5031942516757],[1776661237500,3047.5978601203833],[1776664837500,2858.523172075356],[1776668437500,2802.4224787273906],[1776672037500,2928.3978755489693],[1776675637500,3110.308059216056],[1776679237500,3150.4704470466286],[1776682837500,3005.736689748442],[1776686437500,2840.0542370548474],[1776690037500,2815.859747632623],[1776693637500,2946.156337923514],[1776697237500,3099.6245527848546],[1776700837500,3122.866821389588],[1776704437500,3009.200123970247],[1776708037500,2891.008068723237],[1776711637500,2878.638500113434],[1776715237500,2972.691916333379],[1776718837500,3086.371025631176],[1776722437500,3127.119481857107],[1776726037500,3077.56206402687],[1776729637500,2996.2532101040797],[1776733237500,2954.7897932034475],[1776736837500,2989.7482490089783],[1776740437500,3086.8402642999567],[1776744037500,3182.231255249903],[1776747637500,3197.366319074868],[1776751237500,3114.199435632928],[1776754837500,3012.1451582296136],[1776758437500,3000.8347134548735],[1776762037500,3118.1614946326504],[1776765637500,3278.127198884972],[1776769237500,3323.3571331106136],[1776772837500,3199.774758292635],[1776776437500,3041.961635444619],[1776780037500,3021.21521058858],[1776783637500,3177.0898113783915],[1776787237500,3372.5561391216006],[1776790837500,3401.4267112594885],[1776794437500,3232.8139607512294],[1776798037500,3058.1305468168193],[1776801637500,3056.781680808778],[1776805237500,3232.3199704329445],[1776808837500,3412.03193105186],[1776812437500,3404.094609924919]],"market_caps":[[1776643237500,351441215871.07043],[1776646837500,342629504648.4214],[1776650437500,353842738294.5385],[1776654037500,374483114358.8625],[1776657637500,381780383310.2011],[1776661237500,365711743214.446],[1776664837500,343022780649.0427],[1776668437500,336290697447.28687],[1776672037500,351407745065.87634],[1776675637500,373236967105.9267],[1776679237500,378056453645.59546],[1776682837500,360688402769.81305],[1776686437500,340806508446.58167],[1776690037500,337903169715.9148],[1776693637500,353538760550.82166],[1776697237500,371954946334.18256],[1776700837500,374744018566.75055],[1776704437500,361104014876.4297],[1776708037500,346920968246.78845],[1776711637500,345436620013.61206],[1776715237500,356723029960.0055],[1776718837500,370364523075.74115],[1776722437500,375254337822.85284],[1776726037500,369307447683.22437],[1776729637500,359550385212.48956],[1776733237500,354574775184.4137],[1776736837500,358769789881.0774],[1776740437500,370420831715.9948],[1776744037500,381867750629.98834],[1776747637500,383683958288.98413],[1776751237500,373703932275.95135],[1776754837500,361457418987.55365],[1776758437500,360100165614.58484],[1776762037500,374179379355.918],[1776765637500,393375263866.19666],[1776769237500,398802855973.2736],[1776772837500,383972970995.1162],[1776776437500,365035396253.35425],[1776780037500,362545825270.6296],[1776783637500,381250777365.407],[1776787237500,404706736694.5921],[1776790837500,408171205351.1386],[1776794437500,387937675290.1475],[1776798037500,366975665618.0183],[1776801637500,366813801697.0534],[1776805237500,387878396451.95337],[1776808837500,409443831726.2232],[1776812437500,408491353190.9903]],"total_volumes":[[1776643237500,46880106720.14345],[1776646837500,45704678387.18314],[1776650437500,47200455109.6286],[1776654037500,49953754918.93265],[1776657637500,50927165924.11721],[1776661237500,48783707705.4519],[1776664837500,45757138998.08191],[1776668437500,44859120311.898605],[1776672037500,46875641919.63444],[1776675637500,49787526504.14115],[1776679237500,50430416504.268105],[1776682837500,48113624842.36962],[1776686437500,45461501854.00152],[1776690037500,45074214241.189705],[1776693637500,47159906339.52867],[1776697237500,49616512781.553604],[1776700837500,49988557943.04356],[1776704437500,48169064953.06944],[1776708037500,46277133359.42768],[1776711637500,46079130392.10727],[1776715237500,47584668385.03386],[1776718837500,49404360055.24024],[1776722437500,50056631407.700005],[1776726037500,49263352669.155495],[1776729637500,47961820267.01698],[1776733237500,47298104349.30406],[1776736837500,47857693628.5089],[1776740437500,49411871283.13596],[1776744037500,50938820189.72555],[1776747637500,51181091172.850365],[1776751237500,49849816799.12288],[1776754837500,48216206897.99973],[1776758437500,48035157606.97294],[1776762037500,49913238528.96574],[1776765637500,52473852007.94809],[1776769237500,53197859568.02471],[1776772837500,51219643698.55048],[1776776437500,48693487161.3497],[1776780037500,48361393633.08146],[1776783637500,50856519733.25985],[1776787237500,53985401113.46469],[1776790837500,54447540023.225],[1776794437500,51748510980.10765],[1776798037500,48952307216.521164],[1776801637500,48930715560.37415],[1776805237500,51740603545.98983],[1776808837500,54617300590.809425],[1776812437500,54490245785.158104]]}
198	2026-04-20 00:00:00+00	2026-11-26 17:43:47.962859+00	history	tether	/coins/tether/market_chart/range?vs_currency=usd&from=1776643200&to=1776815999	\\xa2533c21fcfd22589f5e79557f09b277481a5f3d2dfb335aae34a91c1e3fc1e7	past run	2026-04-20/2026-04-21/1h	{"prices":[[1776643274500,0.9996596540463774],[1776646874500,0.999162642858914],[1776650474500,1.0000476561106622],[1776654074500,1.0007709342908813],[1776657674500,1.000300470482678],[1776661274500,0.9999490630901489],[1776664874500,1.000275041362535],[1776668474500,0.9999588497512539],[1776672074500,0.9990358584622205],[1776675674500,0.9992100400179215],[1776679274500,1.0003063146871172],[1776682874500,1.0004667451174676],[1776686474500,0.9997902881300598],[1776690074500,0.9997715562902111],[1776693674500,0.9999911145646523],[1776697274500,0.9992962876133504],[1776700874500,0.998722714364911],[1776704474500,0.9995236881059152],[1776708074500,1.0004063229885944],[1776711674500,1.0000049160954312],[1776715274500,0.9994477187629308],[1776718874500,0.9997015868160279],[1776722474500,0.9996088638406448],[1776726074500,0.998789491146753],[1776729674500,0.9988383896224605],[1776733274500,0.9999661587938814],[1776736874500,1.0003130832108984],[1776740474500,0.9995817517457669],[1776744074500,0.9993684878785899],[1776747674500,0.9996822452532629],[1776751274500,0.9992304521464165],[1776754874500,0.9986423347369388],[1776758474500,0.9993427012721242],[1776762074500,1.0003646923649172],[1776765674500,1.0000868870507007],[1776769274500,0.9993696924127564],[1776772874500,0.9995280313435345],[1776776474500,0.9996575340784559],[1776780074500,0.9990016297996858],[1776783674500,0.9989424056864908],[1776787274500,1.0000538533142092],[1776790874500,1.000585270448389],[1776794474500,0.9998517447949622],[1776798074500,0.99944344729753],[1776801674500,0.9998077874134088],[1776805274500,0.9996140169897781],[1776808874500,0.9990510655681933],[1776812474500,0.9996161108849771]],"market_caps":[[1776643274500,109962561945.1015],[1776646874500,109907890714.48055],[1776650474500,110005242172.17284],[1776654074500,110084802771.99693],[1776657674500,110033051753.09457],[1776661274500,109994396939.91638],[1776664874500,110030254549.87885],[1776668474500,109995473472.63794],[1776672074500,109893944430.84425],[1776675674500,109913104401.97136],[1776679274500,110033694615.58289],[1776682874500,110051341962.92143],[1776686474500,109976931694.30658],[1776690074500,109974871191.92322],[1776693674500,109999022602.11176],[1776697274500,109922591637.46855],[1776700874500,109859498580.14021],[1776704474500,109947605691.65067],[1776708074500,110044695528.74539],[1776711674500,110000540770.49744],[1776715274500,109939249063.9224],[1776718874500,109967174549.76308],[1776722474500,109956975022.47093],[1776726074500,109866844026.14282],[1776729674500,109872222858.47066],[1776733274500,109996277467.32695],[1776736874500,110034439153.19882],[1776740474500,109953992692.03436],[1776744074500,109930533666.64488],[1776747674500,109965046977.85892],[1776751274500,109915349736.10582],[1776754874500,109850656821.06326],[1776758474500,109927697139.93367],[1776762074500,110040116160.1409],[1776765674500,110009557575.57707],[1776769274500,109930666165.4032],[1776772874500,109948083447.7888],[1776776474500,109962328748.63016],[1776780074500,109890179277.96544],[1776783674500,109883664625.51399],[1776787274500,110005923864.563],[1776790874500,110064379749.3228],[1776794474500,109983691927.44585],[1776798074500,109938779202.7283],[1776801674500,109978856615.47498],[1776805274500,109957541868.8756],[1776808874500,109895617212.50127],[1776812474500,109957772197.34749]],"total_volumes":[[1776643274500,6990873366.170405],[1776646874500,6987397640.948265],[1776650474500,6993586762.961252],[1776654074500,6998644830.620539],[1776657674500,6995354757.951103],[1776661274500,6992897276.976291],[1776664874500,6995176925.667872],[1776668474500,6992965717.578237],[1776672074500,6986511005.523395],[1776675674500,6987729101.29599],[1776679274500,6995395627.954205],[1776682874500,6996517558.621427],[1776686474500,6991786923.432254],[1776690074500,6991655926.927825],[1776693674500,6993191353.597193],[1776697274500,6988332252.593875],[1776700874500,6984321109.47148],[1776704474500,6989922521.882517],[1776708074500,6996095011.357709],[1776711674500,6993287871.200503],[1776715274500,6989391249.00943],[1776718874500,6991166612.658182],[1776722474500,6990518177.386824],[1776726074500,6984788096.434261],[1776729674500,6985130055.870242],[1776733274500,6993016831.566111],[1776736874500,6995442961.956771],[1776740474500,6990328575.634651],[1776744074500,6988837167.350862],[1776747674500,6991031352.2068405],[1776751274500,6987871848.484861],[1776754874500,6983758994.357502],[1776758474500,6988656835.075157],[1776762074500,6995803877.853317],[1776765674500,6993861114.869659],[1776769274500,6988845590.963628],[1776772874500,6989952895.244164],[1776776474500,6990858540.697338],[1776780074500,6986271635.809608],[1776783674500,6985857466.573215],[1776787274500,6993630101.576596],[1776790874500,6997346436.305749],[1776794474500,6992216705.468671],[1776798074500,6989361377.5691],[1776801674500,6991909300.356637],[1776805274500,6990554214.664993],[1776808874500,6986617352.670338],[1776812474500,6990568857.804905]]}
209	2026-05-02 12:10:00+00	2026-11-26 17:43:48.557435+00	snapshot	late	/test	\\xb043f1be6d83c0b60270ae2ae700da3453762af9f02b331f973ed7f3891a391a	run	2026-11-26	{"id": "late", "symbol": "late", "name": "Late Coin", "market_cap_rank": 900, "current_price": 0.5, "market_cap": 1111111111.1111112, "total_volume": 1000000.0, "last_updated": "2026-05-02T12:10:00Z"}
210	2026-05-02 12:10:00+00	2026-11-26 17:43:48.66664+00	snapshot	late	/test	\\x54dcfe264cd02bdc508d67733152fb55b6bc4e0082faaceb6ebebe0234ca601b	run	2026-11-26	{"id": "late", "symbol": "late", "name": "Late Coin", "market_cap_rank": 900, "current_price": 0.6, "market_cap": 1111111111.1111112, "total_volume": 1000000.0, "last_updated": "2026-05-02T12:10:00Z"}
211	2026-05-02 13:00:00+00	2026-11-26 17:43:48.741872+00	snapshot	late	/test	\\x675cf9b424b49964492da46011b501c3a7440e33b5ca9dade7547f1e81aea674	run	2026-11-26	{"id": "late", "symbol": "late", "name": "Late Coin, renamed", "market_cap_rank": 900, "current_price": 0.6, "market_cap": 1111111111.1111112, "total_volume": 1000000.0, "last_updated": "2026-05-02T13:00:00Z"}
212	2026-05-02 13:00:00+00	2026-11-26 17:43:48.807251+00	snapshot	bad	/test	\\x0f4c65ef0c12b470a49a4763a5115115fd3731d5f31f5f5afeb80c102404640e	run	2026-11-26	{"id": "bad", "symbol": "bad", "name": "Bad", "market_cap_rank": 901, "current_price": -1.0, "market_cap": 1109877913.4295228, "total_volume": 1000000.0, "last_updated": "2026-05-02T13:00:00Z"}
213	\N	2026-11-26 17:43:48.807251+00	snapshot	far	/test	\\xdf9484cc5ea9c9095e8642408f88968cd7ec2aad3518b93796b6d1667db340c6	run	2026-11-26	{"id": "far", "symbol": "far", "name": "Far", "market_cap_rank": 902, "current_price": 1.0, "market_cap": 1108647450.1108646, "total_volume": 1000000.0, "last_updated": "2031-01-01T00:00:00Z"}
\.


--
-- Data for Name: raw_coinpaprika_2026_11; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.raw_coinpaprika_2026_11 (seq, observed_at, fetched_at, stream, source_id, endpoint, content_hash, run_id, partition, payload) FROM stdin;
21	2026-04-30 23:50:00+00	2026-11-26 17:43:44.782328+00	snapshot	btc-bitcoin	/tickers	\\xa4198168da08a95b0d80073f301d8ae85264508112c47876df3f1c9f63516d6f	run	2026-11-26	{"id":"btc-bitcoin","name":"Bitcoin","symbol":"BTC","rank":1,"total_supply":19700000,"max_supply":0,"beta_value":0.53135,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:50:00Z","quotes":{"USD":{"price":64059.03350600409,"volume_24h":283584744733.4264,"volume_24h_change_24h":0.51875,"market_cap":1261962960068,"market_cap_change_24h":1.42725,"percent_change_15m":-5.8418,"percent_change_30m":-5.8418,"percent_change_1h":-5.8418,"percent_change_6h":-5.8418,"percent_change_12h":-5.8418,"percent_change_24h":1.42725,"percent_change_7d":0.51875,"percent_change_30d":0.51875,"percent_change_1y":0,"ath_price":76800.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.5898}}}
22	2026-04-30 23:49:59+00	2026-11-26 17:43:44.782328+00	snapshot	eth-ethereum	/tickers	\\x5d6943754f0c48765fac6bada1eb5105d42480d3b1555c473aa4a8a6058195be	run	2026-11-26	{"id":"eth-ethereum","name":"Ethereum","symbol":"ETH","rank":2,"total_supply":120000000,"max_supply":120000000,"beta_value":0.95245,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:59Z","quotes":{"USD":{"price":3339.6233147572907,"volume_24h":53458236654.29289,"volume_24h_change_24h":16.96624,"market_cap":400754797771,"market_cap_change_24h":3.50066,"percent_change_15m":4.31654,"percent_change_30m":4.31654,"percent_change_1h":4.31654,"percent_change_6h":4.31654,"percent_change_12h":4.31654,"percent_change_24h":3.50066,"percent_change_7d":16.96624,"percent_change_30d":16.96624,"percent_change_1y":0,"ath_price":3720.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-10.22518}}}
23	2026-04-30 23:49:58+00	2026-11-26 17:43:44.782328+00	snapshot	usdt-tether	/tickers	\\x978942e154765eff6caca41080521880ddfc9938ed9c022a2a6cce8bc854fd05	run	2026-11-26	{"id":"usdt-tether","name":"Tether","symbol":"USDT","rank":3,"total_supply":110000000000,"max_supply":0,"beta_value":0.01,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:58Z","quotes":{"USD":{"price":1.0027045717744665,"volume_24h":7012167247.704301,"volume_24h_change_24h":0.06545,"market_cap":110297502895,"market_cap_change_24h":0.06203,"percent_change_15m":-0.02343,"percent_change_30m":-0.02343,"percent_change_1h":-0.02343,"percent_change_6h":-0.02343,"percent_change_12h":-0.02343,"percent_change_24h":0.06203,"percent_change_7d":0.06545,"percent_change_30d":0.06545,"percent_change_1y":0,"ath_price":1.2,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.44129}}}
24	2026-04-30 23:49:57+00	2026-11-26 17:43:44.782328+00	snapshot	bnb-bnb	/tickers	\\xcd28736c7b22c965c1a00fb349a1a84d8fd73a7a1205d53abf2f6c53236cc016	run	2026-11-26	{"id":"bnb-bnb","name":"BNB","symbol":"BNB","rank":4,"total_supply":147000000,"max_supply":147000000,"beta_value":0.9507,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:57Z","quotes":{"USD":{"price":605.4899351358731,"volume_24h":24173930140.62213,"volume_24h_change_24h":0.60721,"market_cap":89007020465,"market_cap_change_24h":4.14286,"percent_change_15m":0.76751,"percent_change_30m":0.76751,"percent_change_1h":0.76751,"percent_change_6h":0.76751,"percent_change_12h":0.76751,"percent_change_24h":4.14286,"percent_change_7d":0.60721,"percent_change_30d":0.60721,"percent_change_1y":0,"ath_price":696.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-13.00432}}}
25	2026-04-30 23:49:56+00	2026-11-26 17:43:44.782328+00	snapshot	sol-solana	/tickers	\\x4db976256918cd94cb80fef7e1700bd716cbb96ab15442da8d080332020c3c85	run	2026-11-26	{"id":"sol-solana","name":"Solana","symbol":"SOL","rank":5,"total_supply":460000000,"max_supply":0,"beta_value":0.33936,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:56Z","quotes":{"USD":{"price":155.83451434669325,"volume_24h":432351131.1571652,"volume_24h_change_24h":5.29404,"market_cap":71683876599,"market_cap_change_24h":-4.75098,"percent_change_15m":-3.01789,"percent_change_30m":-3.01789,"percent_change_1h":-3.01789,"percent_change_6h":-3.01789,"percent_change_12h":-3.01789,"percent_change_24h":-4.75098,"percent_change_7d":5.29404,"percent_change_30d":5.29404,"percent_change_1y":0,"ath_price":180.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-13.42527}}}
26	2026-04-30 23:49:55+00	2026-11-26 17:43:44.782328+00	snapshot	usdc-usdc	/tickers	\\x2c0859b19e3b5b5804479a903a74503ea1cbf4288b6c8b0a81e0ca41cb067d13	run	2026-11-26	{"id":"usdc-usdc","name":"USDC","symbol":"USDC","rank":6,"total_supply":33000000000,"max_supply":33000000000,"beta_value":0.01,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:55Z","quotes":{"USD":{"price":1.001286035017308,"volume_24h":3031616336.016348,"volume_24h_change_24h":-0.04175,"market_cap":33042439156,"market_cap_change_24h":0.02722,"percent_change_15m":0.1101,"percent_change_30m":0.1101,"percent_change_1h":0.1101,"percent_change_6h":0.1101,"percent_change_12h":0.1101,"percent_change_24h":0.02722,"percent_change_7d":-0.04175,"percent_change_30d":-0.04175,"percent_change_1y":0,"ath_price":1.2,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.5595}}}
27	2026-04-30 23:49:54+00	2026-11-26 17:43:44.782328+00	snapshot	xrp-xrp	/tickers	\\xf08ac2acbc139e521fab9b9a90420c960091623ea08a9547995156154a331b08	run	2026-11-26	{"id":"xrp-xrp","name":"XRP","symbol":"XRP","rank":7,"total_supply":55000000000,"max_supply":0,"beta_value":0.83459,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:54Z","quotes":{"USD":{"price":0.5288141221889722,"volume_24h":8716961749.580849,"volume_24h_change_24h":3.0976,"market_cap":29084776720,"market_cap_change_24h":8.44019,"percent_change_15m":5.21349,"percent_change_30m":5.21349,"percent_change_1h":5.21349,"percent_change_6h":5.21349,"percent_change_12h":5.21349,"percent_change_24h":8.44019,"percent_change_7d":3.0976,"percent_change_30d":3.0976,"percent_change_1y":0,"ath_price":0.624,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.25415}}}
28	2026-04-30 23:49:53+00	2026-11-26 17:43:44.782328+00	snapshot	doge-dogecoin	/tickers	\\xe684990839890abd9aa4ad713c3707a6356aa153421ffc6fb635ac81a8079ef1	run	2026-11-26	{"id":"doge-dogecoin","name":"Dogecoin","symbol":"DOGE","rank":8,"total_supply":144000000000,"max_supply":144000000000,"beta_value":0.43283,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:53Z","quotes":{"USD":{"price":0.14905769000919034,"volume_24h":1703877330.116557,"volume_24h_change_24h":5.7759,"market_cap":21464307361,"market_cap_change_24h":-2.58987,"percent_change_15m":-0.52185,"percent_change_30m":-0.52185,"percent_change_1h":-0.52185,"percent_change_6h":-0.52185,"percent_change_12h":-0.52185,"percent_change_24h":-2.58987,"percent_change_7d":5.7759,"percent_change_30d":5.7759,"percent_change_1y":0,"ath_price":0.18,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-17.19017}}}
29	2026-04-30 23:49:52+00	2026-11-26 17:43:44.782328+00	snapshot	ada-cardano	/tickers	\\xa628f6c8096eb459d7ba8b5b7f25af7af4c035b0984456d861f70e2a6a80071f	run	2026-11-26	{"id":"ada-cardano","name":"Cardano","symbol":"ADA","rank":9,"total_supply":35000000000,"max_supply":9223372036854775807,"beta_value":0.56761,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:52Z","quotes":{"USD":{"price":0.44370970562497164,"volume_24h":3958001910.371951,"volume_24h_change_24h":1.95383,"market_cap":15529839697,"market_cap_change_24h":0.38738,"percent_change_15m":-2.5069,"percent_change_30m":-2.5069,"percent_change_1h":-2.5069,"percent_change_6h":-2.5069,"percent_change_12h":-2.5069,"percent_change_24h":0.38738,"percent_change_7d":1.95383,"percent_change_30d":1.95383,"percent_change_1y":0,"ath_price":0.54,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-17.83154}}}
30	2026-04-30 23:49:50+00	2026-11-26 17:43:44.782328+00	snapshot	avax-avalanche	/tickers	\\x261fc694922796c5d8694eddf7b1a99678e299be81ed266b9e4c7bae01e17218	run	2026-11-26	{"id":"avax-avalanche","name":"Avalanche","symbol":"AVAX","rank":10,"total_supply":390000000,"max_supply":0,"beta_value":0.76337,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:50Z","quotes":{"USD":{"price":33.85083796403627,"volume_24h":3194903826.0569453,"volume_24h_change_24h":3.43031,"market_cap":13201826806,"market_cap_change_24h":-10.26535,"percent_change_15m":-3.53003,"percent_change_30m":-3.53003,"percent_change_1h":-3.53003,"percent_change_6h":-3.53003,"percent_change_12h":-3.53003,"percent_change_24h":-10.26535,"percent_change_7d":3.43031,"percent_change_30d":3.43031,"percent_change_1y":0,"ath_price":42.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-19.40277}}}
31	2026-04-30 23:49:49+00	2026-11-26 17:43:44.782328+00	snapshot	dot-polkadot	/tickers	\\x130f1aadd8fa3a17243337e65686d14376fa1af4ad74c18195725ec46a8c2b77	run	2026-11-26	{"id":"dot-polkadot","name":"Polkadot","symbol":"DOT","rank":11,"total_supply":1430000000,"max_supply":1430000000,"beta_value":0.55662,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:49Z","quotes":{"USD":{"price":7.211633989400807,"volume_24h":1953883785.8880706,"volume_24h_change_24h":-3.52777,"market_cap":10312636605,"market_cap_change_24h":7.04536,"percent_change_15m":-0.63145,"percent_change_30m":-0.63145,"percent_change_1h":-0.63145,"percent_change_6h":-0.63145,"percent_change_12h":-0.63145,"percent_change_24h":7.04536,"percent_change_7d":-3.52777,"percent_change_30d":-3.52777,"percent_change_1y":0,"ath_price":8.4,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-14.14721}}}
32	2026-04-30 23:49:51+00	2026-11-26 17:43:44.782328+00	snapshot	trx-tron	/tickers	\\x0b250b9d150fdb871a318675cab26475bd4583d1b836258c04f67a1ef3f77f4e	run	2026-11-26	{"id":"trx-tron","name":"TRON","symbol":"TRX","rank":12,"total_supply":87000000000,"max_supply":87000000000,"beta_value":0.06646,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:51Z","quotes":{"USD":{"price":0.1152049605413025,"volume_24h":1825150225.9859507,"volume_24h_change_24h":-4.62184,"market_cap":10022831567,"market_cap_change_24h":-9.35776,"percent_change_15m":-5.00199,"percent_change_30m":-5.00199,"percent_change_1h":-5.00199,"percent_change_6h":-5.00199,"percent_change_12h":-5.00199,"percent_change_24h":-9.35776,"percent_change_7d":-4.62184,"percent_change_30d":-4.62184,"percent_change_1y":0,"ath_price":0.144,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-19.99656}}}
33	2026-04-30 23:49:47+00	2026-11-26 17:43:44.782328+00	snapshot	bch-bitcoin-cash	/tickers	\\xb86025a68011c63406dba68a5c2c0eefdea453d0e59bc998d2144d45b14e0ada	run	2026-11-26	{"id":"bch-bitcoin-cash","name":"Bitcoin Cash","symbol":"BCH","rank":13,"total_supply":19700000,"max_supply":19700000,"beta_value":0.79689,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:47Z","quotes":{"USD":{"price":458.21999751749735,"volume_24h":2062436376.5925386,"volume_24h_change_24h":2.46123,"market_cap":9026933951,"market_cap_change_24h":3.63876,"percent_change_15m":-4.01201,"percent_change_30m":-4.01201,"percent_change_1h":-4.01201,"percent_change_6h":-4.01201,"percent_change_12h":-4.01201,"percent_change_24h":3.63876,"percent_change_7d":2.46123,"percent_change_30d":2.46123,"percent_change_1y":0,"ath_price":540.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.14444}}}
34	2026-04-30 23:49:48+00	2026-11-26 17:43:44.782328+00	snapshot	link-chainlink	/tickers	\\x91a0d412dcedf8a9e4a6441988063a1ef2632eaa5c49d2c3cbd2e18761a62d8b	run	2026-11-26	{"id":"link-chainlink","name":"Chainlink","symbol":"LINK","rank":14,"total_supply":590000000,"max_supply":0,"beta_value":0.35654,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:48Z","quotes":{"USD":{"price":13.47919106519195,"volume_24h":870396556.7896383,"volume_24h_change_24h":-7.29039,"market_cap":7952722728,"market_cap_change_24h":-0.83604,"percent_change_15m":-1.19781,"percent_change_30m":-1.19781,"percent_change_1h":-1.19781,"percent_change_6h":-1.19781,"percent_change_12h":-1.19781,"percent_change_24h":-0.83604,"percent_change_7d":-7.29039,"percent_change_30d":-7.29039,"percent_change_1y":0,"ath_price":16.8,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-19.76672}}}
35	2026-04-30 23:49:46+00	2026-11-26 17:43:44.782328+00	snapshot	near-near-protocol	/tickers	\\xc85d70af69a36998d880a4197e7e7f0bf8a1901001ecaf9ada16a6f075a8ffcf	run	2026-11-26	{"id":"near-near-protocol","name":"NEAR Protocol","symbol":"NEAR","rank":15,"total_supply":1080000000,"max_supply":0,"beta_value":0.33107,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:46Z","quotes":{"USD":{"price":6.706508695385539,"volume_24h":64599710.86068181,"volume_24h_change_24h":-5.03959,"market_cap":7243029391,"market_cap_change_24h":-6.45153,"percent_change_15m":-2.03895,"percent_change_30m":-2.03895,"percent_change_1h":-2.03895,"percent_change_6h":-2.03895,"percent_change_12h":-2.03895,"percent_change_24h":-6.45153,"percent_change_7d":-5.03959,"percent_change_30d":-5.03959,"percent_change_1y":0,"ath_price":8.4,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-20.16061}}}
36	2026-04-30 23:49:45+00	2026-11-26 17:43:44.782328+00	snapshot	ltc-litecoin	/tickers	\\xdd8c2d229697a90413440b5f721630be6dad82feb9f588552679bdb18f922e72	run	2026-11-26	{"id":"ltc-litecoin","name":"Litecoin","symbol":"LTC","rank":16,"total_supply":74000000,"max_supply":74000000,"beta_value":0.47536,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:45Z","quotes":{"USD":{"price":81.59879929062134,"volume_24h":812739003.7126554,"volume_24h_change_24h":-0.91761,"market_cap":6038311148,"market_cap_change_24h":-0.5406,"percent_change_15m":3.22555,"percent_change_30m":3.22555,"percent_change_1h":3.22555,"percent_change_6h":3.22555,"percent_change_12h":3.22555,"percent_change_24h":-0.5406,"percent_change_7d":-0.91761,"percent_change_30d":-0.91761,"percent_change_1y":0,"ath_price":96.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.00125}}}
37	2026-04-30 23:49:43+00	2026-11-26 17:43:44.782328+00	snapshot	xlm-stellar	/tickers	\\x116214da39fd9033ace10f95433ffbf6f5a62921acbdd3756755391e394af015	run	2026-11-26	{"id":"xlm-stellar","name":"Stellar","symbol":"XLM","rank":17,"total_supply":28900000000,"max_supply":9223372036854775807,"beta_value":0.42699,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:43Z","quotes":{"USD":{"price":0.11472195062003965,"volume_24h":476250303.1849206,"volume_24h_change_24h":0.96615,"market_cap":3315464373,"market_cap_change_24h":4.05811,"percent_change_15m":5.7081,"percent_change_30m":5.7081,"percent_change_1h":5.7081,"percent_change_6h":5.7081,"percent_change_12h":5.7081,"percent_change_24h":4.05811,"percent_change_7d":0.96615,"percent_change_30d":0.96615,"percent_change_1y":0,"ath_price":0.132,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-13.08943}}}
38	2026-04-30 23:49:44+00	2026-11-26 17:43:44.782328+00	snapshot	atom-cosmos-hub	/tickers	\\xd8090d9aed4552e851601f6d10061a6b83305ff9e0f4c9b515cb441696d92b8f	run	2026-11-26	{"id":"atom-cosmos-hub","name":"Cosmos Hub","symbol":"ATOM","rank":18,"total_supply":390000000,"max_supply":0,"beta_value":0.16868,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:44Z","quotes":{"USD":{"price":7.6924459873305,"volume_24h":336559599.8519838,"volume_24h_change_24h":-6.3321,"market_cap":3000053935,"market_cap_change_24h":-5.22908,"percent_change_15m":1.28767,"percent_change_30m":1.28767,"percent_change_1h":1.28767,"percent_change_6h":1.28767,"percent_change_12h":1.28767,"percent_change_24h":-5.22908,"percent_change_7d":-6.3321,"percent_change_30d":-6.3321,"percent_change_1y":0,"ath_price":9.6,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-19.87035}}}
39	2026-04-30 23:49:42+00	2026-11-26 17:43:44.782328+00	snapshot	xmr-monero	/tickers	\\xb8e956bfa39ea2f31fa62550fa1074f630a6c248c038dee16e0670e44c3825ee	run	2026-11-26	{"id":"xmr-monero","name":"Monero","symbol":"XMR","rank":19,"total_supply":18400000,"max_supply":0,"beta_value":0.23532,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:42Z","quotes":{"USD":{"price":143.3731619492852,"volume_24h":103302939.43197145,"volume_24h_change_24h":-1.31225,"market_cap":2638066180,"market_cap_change_24h":2.56947,"percent_change_15m":-4.27284,"percent_change_30m":-4.27284,"percent_change_1h":-4.27284,"percent_change_6h":-4.27284,"percent_change_12h":-4.27284,"percent_change_24h":2.56947,"percent_change_7d":-1.31225,"percent_change_30d":-1.31225,"percent_change_1y":0,"ath_price":168.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-14.65883}}}
40	2026-04-30 23:49:41+00	2026-11-26 17:43:44.782328+00	snapshot	hot-holo	/tickers	\\xd29b0df1459901d37fb7856bbcaf1ff59fe3757d11cec456b7f031cdadcd574a	run	2026-11-26	{"id":"hot-holo","name":"Holo","symbol":"HOT","rank":20,"total_supply":177000000000,"max_supply":177000000000,"beta_value":0.29182,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-04-30T23:49:41Z","quotes":{"USD":{"price":0.0020081623621320483,"volume_24h":24003024.25074823,"volume_24h_change_24h":-2.53196,"market_cap":355444738,"market_cap_change_24h":-2.07006,"percent_change_15m":-2.58046,"percent_change_30m":-2.58046,"percent_change_1h":-2.58046,"percent_change_6h":-2.58046,"percent_change_12h":-2.58046,"percent_change_24h":-2.07006,"percent_change_7d":-2.53196,"percent_change_30d":-2.53196,"percent_change_1y":0,"ath_price":0.0024,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.32657}}}
86	2026-05-01 12:00:00+00	2026-11-26 17:43:46.315939+00	snapshot	btc-bitcoin	/tickers	\\x119502761529b9663232b4e401ec1adcfbebc1c5451d0d405317d82392201567	run	2026-11-26	{"id":"btc-bitcoin","name":"Bitcoin","symbol":"BTC","rank":1,"total_supply":19700000,"max_supply":0,"beta_value":0.53135,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T12:00:00Z","quotes":{"USD":{"price":66267.21087043876,"volume_24h":293360187476.57434,"volume_24h_change_24h":-4.21884,"market_cap":1305464054148,"market_cap_change_24h":5.16336,"percent_change_15m":-2.31689,"percent_change_30m":-2.31689,"percent_change_1h":-2.31689,"percent_change_6h":-2.31689,"percent_change_12h":-2.31689,"percent_change_24h":5.16336,"percent_change_7d":-4.21884,"percent_change_30d":-4.21884,"percent_change_1y":0,"ath_price":76800.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-13.71457}}}
87	2026-05-01 11:59:59+00	2026-11-26 17:43:46.315939+00	snapshot	eth-ethereum	/tickers	\\x04d8865accd4c113724d07ebc9c19a04369285c942fc54c36eac5a47dfe32fbf	run	2026-11-26	{"id":"eth-ethereum","name":"Ethereum","symbol":"ETH","rank":2,"total_supply":120000000,"max_supply":120000000,"beta_value":0.95245,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:59Z","quotes":{"USD":{"price":3084.857796503175,"volume_24h":49380137395.014046,"volume_24h_change_24h":-7.87368,"market_cap":370182935580,"market_cap_change_24h":3.25093,"percent_change_15m":-3.02129,"percent_change_30m":-3.02129,"percent_change_1h":-3.02129,"percent_change_6h":-3.02129,"percent_change_12h":-3.02129,"percent_change_24h":3.25093,"percent_change_7d":-7.87368,"percent_change_30d":-7.87368,"percent_change_1y":0,"ath_price":3720.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-17.07372}}}
88	2026-05-01 11:59:58+00	2026-11-26 17:43:46.315939+00	snapshot	usdt-tether	/tickers	\\xb3f5aa80bfa0bf91de4a88a9033de179b202abe68afd9d1d11bf3364b39c9009	run	2026-11-26	{"id":"usdt-tether","name":"Tether","symbol":"USDT","rank":3,"total_supply":110000000000,"max_supply":0,"beta_value":0.01,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:58Z","quotes":{"USD":{"price":1.0019848712928023,"volume_24h":7007134199.797927,"volume_24h_change_24h":-0.0113,"market_cap":110218335842,"market_cap_change_24h":0.00182,"percent_change_15m":0.00121,"percent_change_30m":0.00121,"percent_change_1h":0.00121,"percent_change_6h":0.00121,"percent_change_12h":0.00121,"percent_change_24h":0.00182,"percent_change_7d":-0.0113,"percent_change_30d":-0.0113,"percent_change_1y":0,"ath_price":1.2,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.50126}}}
89	2026-05-01 11:59:57+00	2026-11-26 17:43:46.315939+00	snapshot	bnb-bnb	/tickers	\\xfae453627ef2e452ef39a5237b2e7e379c66b953d486e1001130b0a43defb02f	run	2026-11-26	{"id":"bnb-bnb","name":"BNB","symbol":"BNB","rank":4,"total_supply":147000000,"max_supply":147000000,"beta_value":0.9507,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:57Z","quotes":{"USD":{"price":582.8670588031127,"volume_24h":23270721349.999775,"volume_24h_change_24h":-1.89488,"market_cap":85681457644,"market_cap_change_24h":-4.00605,"percent_change_15m":10.40249,"percent_change_30m":10.40249,"percent_change_1h":10.40249,"percent_change_6h":10.40249,"percent_change_12h":10.40249,"percent_change_24h":-4.00605,"percent_change_7d":-1.89488,"percent_change_30d":-1.89488,"percent_change_1y":0,"ath_price":696.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.25473}}}
90	2026-05-01 11:59:56+00	2026-11-26 17:43:46.315939+00	snapshot	sol-solana	/tickers	\\x887953ed92837cf8e5e1c647c86f726a088c01c79c6c57f1a3ffc91b26fcd056	run	2026-11-26	{"id":"sol-solana","name":"Solana","symbol":"SOL","rank":5,"total_supply":460000000,"max_supply":0,"beta_value":0.33936,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:56Z","quotes":{"USD":{"price":139.9468022929938,"volume_24h":388271869.8541504,"volume_24h_change_24h":-6.09652,"market_cap":64375529055,"market_cap_change_24h":-5.95328,"percent_change_15m":-1.41336,"percent_change_30m":-1.41336,"percent_change_1h":-1.41336,"percent_change_6h":-1.41336,"percent_change_12h":-1.41336,"percent_change_24h":-5.95328,"percent_change_7d":-6.09652,"percent_change_30d":-6.09652,"percent_change_1y":0,"ath_price":180.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-22.25178}}}
91	2026-05-01 11:59:55+00	2026-11-26 17:43:46.315939+00	snapshot	usdc-usdc	/tickers	\\x2d0ad7c277eafedae43508f5c4b2c409babd731a6c58dbea71402bfd611e2e71	run	2026-11-26	{"id":"usdc-usdc","name":"USDC","symbol":"USDC","rank":6,"total_supply":33000000000,"max_supply":33000000000,"beta_value":0.01,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:55Z","quotes":{"USD":{"price":1.0013435720606418,"volume_24h":3031790542.2215643,"volume_24h_change_24h":-0.00683,"market_cap":33044337878,"market_cap_change_24h":0.0642,"percent_change_15m":0.07253,"percent_change_30m":0.07253,"percent_change_1h":0.07253,"percent_change_6h":0.07253,"percent_change_12h":0.07253,"percent_change_24h":0.0642,"percent_change_7d":-0.00683,"percent_change_30d":-0.00683,"percent_change_1y":0,"ath_price":1.2,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.5547}}}
92	2026-05-01 11:59:54+00	2026-11-26 17:43:46.315939+00	snapshot	xrp-xrp	/tickers	\\x3bc02b7bf226f6d599a9f6cef90b1d7331b7b7a23f0487750b6b82cffc0b88e6	run	2026-11-26	{"id":"xrp-xrp","name":"XRP","symbol":"XRP","rank":7,"total_supply":55000000000,"max_supply":0,"beta_value":0.83459,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:54Z","quotes":{"USD":{"price":0.5265457969926511,"volume_24h":8679570720.971226,"volume_24h_change_24h":1.89345,"market_cap":28960018835,"market_cap_change_24h":-2.65789,"percent_change_15m":-5.60568,"percent_change_30m":-5.60568,"percent_change_1h":-5.60568,"percent_change_6h":-5.60568,"percent_change_12h":-5.60568,"percent_change_24h":-2.65789,"percent_change_7d":1.89345,"percent_change_30d":1.89345,"percent_change_1y":0,"ath_price":0.624,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.61766}}}
93	2026-05-01 11:59:53+00	2026-11-26 17:43:46.315939+00	snapshot	doge-dogecoin	/tickers	\\x813439139f57c9dcc14fa7039347f563f030c2c87ebcaf195ca25fd6b1464b14	run	2026-11-26	{"id":"doge-dogecoin","name":"Dogecoin","symbol":"DOGE","rank":8,"total_supply":144000000000,"max_supply":144000000000,"beta_value":0.43283,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:53Z","quotes":{"USD":{"price":0.1407545115791711,"volume_24h":1608963760.1159062,"volume_24h_change_24h":-6.58473,"market_cap":20268649667,"market_cap_change_24h":-8.99568,"percent_change_15m":-4.58923,"percent_change_30m":-4.58923,"percent_change_1h":-4.58923,"percent_change_6h":-4.58923,"percent_change_12h":-4.58923,"percent_change_24h":-8.99568,"percent_change_7d":-6.58473,"percent_change_30d":-6.58473,"percent_change_1y":0,"ath_price":0.18,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-21.80305}}}
94	2026-05-01 11:59:52+00	2026-11-26 17:43:46.315939+00	snapshot	ada-cardano	/tickers	\\x54bcf74215f6afab8a27149d6e928bd40ec1b8fa4c334024731d4be95923627c	run	2026-11-26	{"id":"ada-cardano","name":"Cardano","symbol":"ADA","rank":9,"total_supply":35000000000,"max_supply":9223372036854775807,"beta_value":0.56761,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:52Z","quotes":{"USD":{"price":0.43961131358410266,"volume_24h":3921443224.993716,"volume_24h_change_24h":0.47249,"market_cap":15386395975,"market_cap_change_24h":-0.21753,"percent_change_15m":-5.21392,"percent_change_30m":-5.21392,"percent_change_1h":-5.21392,"percent_change_6h":-5.21392,"percent_change_12h":-5.21392,"percent_change_24h":-0.21753,"percent_change_7d":0.47249,"percent_change_30d":0.47249,"percent_change_1y":0,"ath_price":0.54,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-18.5905}}}
95	2026-05-01 11:59:50+00	2026-11-26 17:43:46.315939+00	snapshot	avax-avalanche	/tickers	\\x3aeb3b5653ebac22ec0985c38193d84d657d9238436f592aa46982da249a83e8	run	2026-11-26	{"id":"avax-avalanche","name":"Avalanche","symbol":"AVAX","rank":10,"total_supply":390000000,"max_supply":0,"beta_value":0.76337,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:50Z","quotes":{"USD":{"price":35.888476244401275,"volume_24h":3387219843.314026,"volume_24h_change_24h":0.64665,"market_cap":13996505735,"market_cap_change_24h":6.28531,"percent_change_15m":9.30714,"percent_change_30m":9.30714,"percent_change_1h":9.30714,"percent_change_6h":9.30714,"percent_change_12h":9.30714,"percent_change_24h":6.28531,"percent_change_7d":0.64665,"percent_change_30d":0.64665,"percent_change_1y":0,"ath_price":42.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-14.55125}}}
96	2026-05-01 11:59:49+00	2026-11-26 17:43:46.315939+00	snapshot	dot-polkadot	/tickers	\\xca4ebbe08acd7a429e27420671560f7c04e3b5d689cc30feeb61c34106c228f4	run	2026-11-26	{"id":"dot-polkadot","name":"Polkadot","symbol":"DOT","rank":11,"total_supply":1430000000,"max_supply":1430000000,"beta_value":0.55662,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:49Z","quotes":{"USD":{"price":7.0000457168175965,"volume_24h":1896557125.1490457,"volume_24h_change_24h":0.3618,"market_cap":10010065375,"market_cap_change_24h":-4.57542,"percent_change_15m":-0.02265,"percent_change_30m":-0.02265,"percent_change_1h":-0.02265,"percent_change_6h":-0.02265,"percent_change_12h":-0.02265,"percent_change_24h":-4.57542,"percent_change_7d":0.3618,"percent_change_30d":0.3618,"percent_change_1y":0,"ath_price":8.4,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.66612}}}
97	2026-05-01 11:59:51+00	2026-11-26 17:43:46.315939+00	snapshot	trx-tron	/tickers	\\xdaa8f39f6cae95b86a29a7625978251eff7b3d7ffc6242237ac972c83b2c81dc	run	2026-11-26	{"id":"trx-tron","name":"TRON","symbol":"TRX","rank":12,"total_supply":87000000000,"max_supply":87000000000,"beta_value":0.06646,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:51Z","quotes":{"USD":{"price":0.11235135471857469,"volume_24h":1779941588.373864,"volume_24h_change_24h":-5.38374,"market_cap":9774567861,"market_cap_change_24h":-8.89988,"percent_change_15m":1.88354,"percent_change_30m":1.88354,"percent_change_1h":1.88354,"percent_change_6h":1.88354,"percent_change_12h":1.88354,"percent_change_24h":-8.89988,"percent_change_7d":-5.38374,"percent_change_30d":-5.38374,"percent_change_1y":0,"ath_price":0.144,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-21.97823}}}
98	2026-05-01 11:59:47+00	2026-11-26 17:43:46.315939+00	snapshot	bch-bitcoin-cash	/tickers	\\xe66e861e025b7f0d3c9dbf6ebd756ed6a06a6d9239560b462173fa8b6a84db51	run	2026-11-26	{"id":"bch-bitcoin-cash","name":"Bitcoin Cash","symbol":"BCH","rank":13,"total_supply":19700000,"max_supply":19700000,"beta_value":0.79689,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:47Z","quotes":{"USD":{"price":441.9783791065788,"volume_24h":1989333271.518792,"volume_24h_change_24h":-5.91263,"market_cap":8706974068,"market_cap_change_24h":1.40549,"percent_change_15m":-5.11496,"percent_change_30m":-5.11496,"percent_change_1h":-5.11496,"percent_change_6h":-5.11496,"percent_change_12h":-5.11496,"percent_change_24h":1.40549,"percent_change_7d":-5.91263,"percent_change_30d":-5.91263,"percent_change_1y":0,"ath_price":540.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-18.15215}}}
99	2026-05-01 11:59:48+00	2026-11-26 17:43:46.315939+00	snapshot	link-chainlink	/tickers	\\xe9c4066668e4ee96d464b25ec9df345dcba86f9ff0641fa59a5780a02dcec44c	run	2026-11-26	{"id":"link-chainlink","name":"Chainlink","symbol":"LINK","rank":14,"total_supply":590000000,"max_supply":0,"beta_value":0.35654,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:48Z","quotes":{"USD":{"price":14.200883587291814,"volume_24h":916998662.4544716,"volume_24h_change_24h":-0.47986,"market_cap":8378521317,"market_cap_change_24h":3.4337,"percent_change_15m":6.33301,"percent_change_30m":6.33301,"percent_change_1h":6.33301,"percent_change_6h":6.33301,"percent_change_12h":6.33301,"percent_change_24h":3.4337,"percent_change_7d":-0.47986,"percent_change_30d":-0.47986,"percent_change_1y":0,"ath_price":16.8,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.47093}}}
100	2026-05-01 11:59:46+00	2026-11-26 17:43:46.315939+00	snapshot	near-near-protocol	/tickers	\\x1050826a16bc0f3f56188e456f071af21bfc7c2fff36203ccbf0fd66836cd891	run	2026-11-26	{"id":"near-near-protocol","name":"NEAR Protocol","symbol":"NEAR","rank":15,"total_supply":1080000000,"max_supply":0,"beta_value":0.33107,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:46Z","quotes":{"USD":{"price":6.9778534339791705,"volume_24h":67213409.35163832,"volume_24h_change_24h":1.51255,"market_cap":7536081709,"market_cap_change_24h":1.98811,"percent_change_15m":2.44513,"percent_change_30m":2.44513,"percent_change_1h":2.44513,"percent_change_6h":2.44513,"percent_change_12h":2.44513,"percent_change_24h":1.98811,"percent_change_7d":1.51255,"percent_change_30d":1.51255,"percent_change_1y":0,"ath_price":8.4,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.93032}}}
101	2026-05-01 11:59:45+00	2026-11-26 17:43:46.315939+00	snapshot	ltc-litecoin	/tickers	\\x732fd31985e1a99d93ca9605e7e7c0e957cfbd967018f2a2876f44851fe0b07b	run	2026-11-26	{"id":"ltc-litecoin","name":"Litecoin","symbol":"LTC","rank":16,"total_supply":74000000,"max_supply":74000000,"beta_value":0.47536,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:45Z","quotes":{"USD":{"price":82.67702123762902,"volume_24h":823478292.0184928,"volume_24h_change_24h":-0.26657,"market_cap":6118099572,"market_cap_change_24h":0.69134,"percent_change_15m":3.68954,"percent_change_30m":3.68954,"percent_change_1h":3.68954,"percent_change_6h":3.68954,"percent_change_12h":3.68954,"percent_change_24h":0.69134,"percent_change_7d":-0.26657,"percent_change_30d":-0.26657,"percent_change_1y":0,"ath_price":96.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-13.8781}}}
102	2026-05-01 11:59:44+00	2026-11-26 17:43:46.315939+00	snapshot	atom-cosmos-hub	/tickers	\\xbc70334bf13fb8decbb2a4b87a04a409d8967ae7fc6fcdf858d2c5e84cfb2479	run	2026-11-26	{"id":"atom-cosmos-hub","name":"Cosmos Hub","symbol":"ATOM","rank":17,"total_supply":390000000,"max_supply":0,"beta_value":0.16868,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:44Z","quotes":{"USD":{"price":7.95413525931641,"volume_24h":348009018.77675664,"volume_24h_change_24h":-0.17385,"market_cap":3102112751,"market_cap_change_24h":1.96411,"percent_change_15m":-0.21573,"percent_change_30m":-0.21573,"percent_change_1h":-0.21573,"percent_change_6h":-0.21573,"percent_change_12h":-0.21573,"percent_change_24h":1.96411,"percent_change_7d":-0.17385,"percent_change_30d":-0.17385,"percent_change_1y":0,"ath_price":9.6,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-17.14442}}}
103	2026-05-01 11:59:43+00	2026-11-26 17:43:46.315939+00	snapshot	xlm-stellar	/tickers	\\x21270d7507a1a974eba77c399805f2cbfd6b931370e57208c040a00728aa05a1	run	2026-11-26	{"id":"xlm-stellar","name":"Stellar","symbol":"XLM","rank":18,"total_supply":28900000000,"max_supply":9223372036854775807,"beta_value":0.42699,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:43Z","quotes":{"USD":{"price":0.10533482694653817,"volume_24h":437281121.861059,"volume_24h_change_24h":-12.1348,"market_cap":3044176499,"market_cap_change_24h":-8.62763,"percent_change_15m":0.39659,"percent_change_30m":0.39659,"percent_change_1h":0.39659,"percent_change_6h":0.39659,"percent_change_12h":0.39659,"percent_change_24h":-8.62763,"percent_change_7d":-12.1348,"percent_change_30d":-12.1348,"percent_change_1y":0,"ath_price":0.132,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-20.20089}}}
104	2026-05-01 11:59:42+00	2026-11-26 17:43:46.315939+00	snapshot	xmr-monero	/tickers	\\x5e43fdbd68d724c92ebbd55e5be33f4bde2a77d320e49fe3f9b1bc93a5fc8825	run	2026-11-26	{"id":"xmr-monero","name":"Monero","symbol":"XMR","rank":19,"total_supply":18400000,"max_supply":0,"beta_value":0.23532,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:42Z","quotes":{"USD":{"price":141.41206949723437,"volume_24h":101889937.08173828,"volume_24h_change_24h":-1.51315,"market_cap":2601982079,"market_cap_change_24h":-1.12584,"percent_change_15m":-4.06886,"percent_change_30m":-4.06886,"percent_change_1h":-4.06886,"percent_change_6h":-4.06886,"percent_change_12h":-4.06886,"percent_change_24h":-1.12584,"percent_change_7d":-1.51315,"percent_change_30d":-1.51315,"percent_change_1y":0,"ath_price":168.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.82615}}}
105	2026-05-01 11:59:41+00	2026-11-26 17:43:46.315939+00	snapshot	hot-holo	/tickers	\\x8dd91bed5fe24671a2127fc8f67e7f36344c70f0fe6dc255f26b82179c58ab5e	run	2026-11-26	{"id":"hot-holo","name":"Holo","symbol":"HOT","rank":20,"total_supply":177000000000,"max_supply":177000000000,"beta_value":0.29182,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-01T11:59:41Z","quotes":{"USD":{"price":0.001991627023745702,"volume_24h":23805381.801230147,"volume_24h_change_24h":-1.85782,"market_cap":352517983,"market_cap_change_24h":-1.13878,"percent_change_15m":2.01215,"percent_change_30m":2.01215,"percent_change_1h":2.01215,"percent_change_6h":2.01215,"percent_change_12h":2.01215,"percent_change_24h":-1.13878,"percent_change_7d":-1.85782,"percent_change_30d":-1.85782,"percent_change_1y":0,"ath_price":0.0024,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-17.01554}}}
151	2026-05-02 12:10:00+00	2026-11-26 17:43:47.601368+00	snapshot	btc-bitcoin	/tickers	\\x368e8d069b2f736d9230c3841a799cd13718515149a8938123ad0ff5969f30a6	run	2026-11-26	{"id":"btc-bitcoin","name":"Bitcoin","symbol":"BTC","rank":1,"total_supply":19700000,"max_supply":0,"beta_value":0.53135,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:10:00Z","quotes":{"USD":{"price":60637.78110463271,"volume_24h":268439105846.74872,"volume_24h_change_24h":-2.50181,"market_cap":1194564287761,"market_cap_change_24h":-12.50867,"percent_change_15m":2.53493,"percent_change_30m":2.53493,"percent_change_1h":2.53493,"percent_change_6h":2.53493,"percent_change_12h":2.53493,"percent_change_24h":-12.50867,"percent_change_7d":-2.50181,"percent_change_30d":-2.50181,"percent_change_1y":0,"ath_price":76800.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-21.04456}}}
152	2026-05-02 12:09:59+00	2026-11-26 17:43:47.601368+00	snapshot	eth-ethereum	/tickers	\\xa8ca5ae038dfc08f1b399ac6bb9953a30f2e014f2d81f431d7d6184459bfb00a	run	2026-11-26	{"id":"eth-ethereum","name":"Ethereum","symbol":"ETH","rank":2,"total_supply":120000000,"max_supply":120000000,"beta_value":0.95245,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:59Z","quotes":{"USD":{"price":3009.7847889241057,"volume_24h":48178423840.14174,"volume_24h_change_24h":1.31263,"market_cap":361174174671,"market_cap_change_24h":-10.32903,"percent_change_15m":4.49917,"percent_change_30m":4.49917,"percent_change_1h":4.49917,"percent_change_6h":4.49917,"percent_change_12h":4.49917,"percent_change_24h":-10.32903,"percent_change_7d":1.31263,"percent_change_30d":1.31263,"percent_change_1y":0,"ath_price":3720.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-19.09181}}}
153	2026-05-02 12:09:58+00	2026-11-26 17:43:47.601368+00	snapshot	usdt-tether	/tickers	\\xce98959e740c8c4a29d798897b739b10dd0665285e9818e00db8782aaac6c2af	run	2026-11-26	{"id":"usdt-tether","name":"Tether","symbol":"USDT","rank":3,"total_supply":110000000000,"max_supply":0,"beta_value":0.01,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:58Z","quotes":{"USD":{"price":1.0018436289983137,"volume_24h":7006146456.6288185,"volume_24h_change_24h":0.01159,"market_cap":110202799190,"market_cap_change_24h":-0.01202,"percent_change_15m":0.01772,"percent_change_30m":0.01772,"percent_change_1h":0.01772,"percent_change_6h":0.01772,"percent_change_12h":0.01772,"percent_change_24h":-0.01202,"percent_change_7d":0.01159,"percent_change_30d":0.01159,"percent_change_1y":0,"ath_price":1.2,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.51303}}}
154	2026-05-02 12:09:57+00	2026-11-26 17:43:47.601368+00	snapshot	bnb-bnb	/tickers	\\x2d5ed69502f95fd2848fff2e42be3acabcd53004c25e2ecfb66b263067584670	run	2026-11-26	{"id":"bnb-bnb","name":"BNB","symbol":"BNB","rank":4,"total_supply":147000000,"max_supply":147000000,"beta_value":0.9507,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:57Z","quotes":{"USD":{"price":534.9872182921425,"volume_24h":21359138923.12328,"volume_24h_change_24h":-2.51656,"market_cap":78643121089,"market_cap_change_24h":-2.85244,"percent_change_15m":-4.27102,"percent_change_30m":-4.27102,"percent_change_1h":-4.27102,"percent_change_6h":-4.27102,"percent_change_12h":-4.27102,"percent_change_24h":-2.85244,"percent_change_7d":-2.51656,"percent_change_30d":-2.51656,"percent_change_1y":0,"ath_price":696.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-23.13402}}}
155	2026-05-02 12:09:56+00	2026-11-26 17:43:47.601368+00	snapshot	sol-solana	/tickers	\\x3e39066e7c49367e701965e18ddcc869d5bbf8440c7b98cb630e8d5167562d80	run	2026-11-26	{"id":"sol-solana","name":"Solana","symbol":"SOL","rank":5,"total_supply":460000000,"max_supply":0,"beta_value":0.33936,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:56Z","quotes":{"USD":{"price":149.06948514694443,"volume_24h":413582066.8129497,"volume_24h_change_24h":-5.7521,"market_cap":68571963168,"market_cap_change_24h":3.49046,"percent_change_15m":5.95918,"percent_change_30m":5.95918,"percent_change_1h":5.95918,"percent_change_6h":5.95918,"percent_change_12h":5.95918,"percent_change_24h":3.49046,"percent_change_7d":-5.7521,"percent_change_30d":-5.7521,"percent_change_1y":0,"ath_price":180.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-17.18362}}}
156	2026-05-02 12:09:55+00	2026-11-26 17:43:47.601368+00	snapshot	usdc-usdc	/tickers	\\x5287d8e0dc9ada6d34f3af57714ba98772806c3edc24f6ac7454f3dce26df821	run	2026-11-26	{"id":"usdc-usdc","name":"USDC","symbol":"USDC","rank":6,"total_supply":33000000000,"max_supply":33000000000,"beta_value":0.01,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:55Z","quotes":{"USD":{"price":1.0021503641762521,"volume_24h":3034233284.926361,"volume_24h_change_24h":0.15309,"market_cap":33070962018,"market_cap_change_24h":0.09162,"percent_change_15m":0.06713,"percent_change_30m":0.06713,"percent_change_1h":0.06713,"percent_change_6h":0.06713,"percent_change_12h":0.06713,"percent_change_24h":0.09162,"percent_change_7d":0.15309,"percent_change_30d":0.15309,"percent_change_1y":0,"ath_price":1.2,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.48747}}}
157	2026-05-02 12:09:54+00	2026-11-26 17:43:47.601368+00	snapshot	xrp-xrp	/tickers	\\xe42cff8e4a880c7b9e073f7ce89093652e0703619d686763f5459e80af50a140	run	2026-11-26	{"id":"xrp-xrp","name":"XRP","symbol":"XRP","rank":7,"total_supply":55000000000,"max_supply":0,"beta_value":0.83459,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:54Z","quotes":{"USD":{"price":0.5239484132226856,"volume_24h":8636755497.205925,"volume_24h_change_24h":-0.83521,"market_cap":28817162727,"market_cap_change_24h":-7.12592,"percent_change_15m":-5.68682,"percent_change_30m":-5.68682,"percent_change_1h":-5.68682,"percent_change_6h":-5.68682,"percent_change_12h":-5.68682,"percent_change_24h":-7.12592,"percent_change_7d":-0.83521,"percent_change_30d":-0.83521,"percent_change_1y":0,"ath_price":0.624,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-16.03391}}}
158	2026-05-02 12:09:53+00	2026-11-26 17:43:47.601368+00	snapshot	doge-dogecoin	/tickers	\\xa8f99687f6feddfb669feed3ebaf169952658eaee78a2fb883093be7d6ded512	run	2026-11-26	{"id":"doge-dogecoin","name":"Dogecoin","symbol":"DOGE","rank":8,"total_supply":144000000000,"max_supply":144000000000,"beta_value":0.43283,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:53Z","quotes":{"USD":{"price":0.15196515536463454,"volume_24h":1737112544.6629193,"volume_24h_change_24h":-5.55524,"market_cap":21882982373,"market_cap_change_24h":4.63112,"percent_change_15m":-3.12628,"percent_change_30m":-3.12628,"percent_change_1h":-3.12628,"percent_change_6h":-3.12628,"percent_change_12h":-3.12628,"percent_change_24h":4.63112,"percent_change_7d":-5.55524,"percent_change_30d":-5.55524,"percent_change_1y":0,"ath_price":0.18,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.57491}}}
159	2026-05-02 12:09:52+00	2026-11-26 17:43:47.601368+00	snapshot	ada-cardano	/tickers	\\x1633d29b76c96f5a1fede1f9d67800677c94bc28c463263e47fd5a7794d21c52	run	2026-11-26	{"id":"ada-cardano","name":"Cardano","symbol":"ADA","rank":9,"total_supply":35000000000,"max_supply":9223372036854775807,"beta_value":0.56761,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:52Z","quotes":{"USD":{"price":0.45571708787254406,"volume_24h":4065110772.9277472,"volume_24h_change_24h":-0.54304,"market_cap":15950098076,"market_cap_change_24h":-0.6256,"percent_change_15m":2.90275,"percent_change_30m":2.90275,"percent_change_1h":2.90275,"percent_change_6h":2.90275,"percent_change_12h":2.90275,"percent_change_24h":-0.6256,"percent_change_7d":-0.54304,"percent_change_30d":-0.54304,"percent_change_1y":0,"ath_price":0.54,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.60795}}}
160	2026-05-02 12:09:50+00	2026-11-26 17:43:47.601368+00	snapshot	avax-avalanche	/tickers	\\x7daa90642dcb6d7747581bb6d1567a09a486630c72360d670b66a00474fd5ff1	run	2026-11-26	{"id":"avax-avalanche","name":"Avalanche","symbol":"AVAX","rank":10,"total_supply":390000000,"max_supply":0,"beta_value":0.76337,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:50Z","quotes":{"USD":{"price":36.9626475627518,"volume_24h":3488602091.472397,"volume_24h_change_24h":9.09183,"market_cap":14415432549,"market_cap_change_24h":8.4199,"percent_change_15m":5.07736,"percent_change_30m":5.07736,"percent_change_1h":5.07736,"percent_change_6h":5.07736,"percent_change_12h":5.07736,"percent_change_24h":8.4199,"percent_change_7d":9.09183,"percent_change_30d":9.09183,"percent_change_1y":0,"ath_price":42.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-11.9937}}}
161	2026-05-02 12:09:51+00	2026-11-26 17:43:47.601368+00	snapshot	trx-tron	/tickers	\\x5b652c099879ee02ee2967a255ec7cd4f818f04021409fa8a36ae73caca76a89	run	2026-11-26	{"id":"trx-tron","name":"TRON","symbol":"TRX","rank":11,"total_supply":87000000000,"max_supply":87000000000,"beta_value":0.06646,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:51Z","quotes":{"USD":{"price":0.1275821505022222,"volume_24h":2021237538.0956123,"volume_24h_change_24h":6.84053,"market_cap":11099647094,"market_cap_change_24h":13.19081,"percent_change_15m":3.18582,"percent_change_30m":3.18582,"percent_change_1h":3.18582,"percent_change_6h":3.18582,"percent_change_12h":3.18582,"percent_change_24h":13.19081,"percent_change_7d":6.84053,"percent_change_30d":6.84053,"percent_change_1y":0,"ath_price":0.144,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-11.40128}}}
162	2026-05-02 12:09:49+00	2026-11-26 17:43:47.601368+00	snapshot	dot-polkadot	/tickers	\\x8c4f310cba60180553c25b1cbba8064b0c5caf5e54b338e6b0305b0206a3b8d5	run	2026-11-26	{"id":"dot-polkadot","name":"Polkadot","symbol":"DOT","rank":12,"total_supply":1430000000,"max_supply":1430000000,"beta_value":0.55662,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:49Z","quotes":{"USD":{"price":7.073619545553461,"volume_24h":1916490847.692923,"volume_24h_change_24h":0.37659,"market_cap":10115275950,"market_cap_change_24h":5.73865,"percent_change_15m":-1.02883,"percent_change_30m":-1.02883,"percent_change_1h":-1.02883,"percent_change_6h":-1.02883,"percent_change_12h":-1.02883,"percent_change_24h":5.73865,"percent_change_7d":0.37659,"percent_change_30d":0.37659,"percent_change_1y":0,"ath_price":8.4,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.79024}}}
163	2026-05-02 12:09:47+00	2026-11-26 17:43:47.601368+00	snapshot	bch-bitcoin-cash	/tickers	\\x7f1925bf48e6fb6fa12e8b97cb51c83362411b85c0214ad8c3c793d6a9ca5036	run	2026-11-26	{"id":"bch-bitcoin-cash","name":"Bitcoin Cash","symbol":"BCH","rank":13,"total_supply":19700000,"max_supply":19700000,"beta_value":0.79689,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:47Z","quotes":{"USD":{"price":489.51066437749853,"volume_24h":2203274860.13655,"volume_24h_change_24h":15.97541,"market_cap":9643360088,"market_cap_change_24h":7.25312,"percent_change_15m":1.52918,"percent_change_30m":1.52918,"percent_change_1h":1.52918,"percent_change_6h":1.52918,"percent_change_12h":1.52918,"percent_change_24h":7.25312,"percent_change_7d":15.97541,"percent_change_30d":15.97541,"percent_change_1y":0,"ath_price":540.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-9.34988}}}
164	2026-05-02 12:09:48+00	2026-11-26 17:43:47.601368+00	snapshot	link-chainlink	/tickers	\\x71a6a7297de2dc4cd289f2ea0a1d62c49283765aed2ddd9d9542c64caf74ce7a	run	2026-11-26	{"id":"link-chainlink","name":"Chainlink","symbol":"LINK","rank":14,"total_supply":590000000,"max_supply":0,"beta_value":0.35654,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:48Z","quotes":{"USD":{"price":14.338873230022557,"volume_24h":925909116.3032658,"volume_24h_change_24h":1.36511,"market_cap":8459935206,"market_cap_change_24h":1.09937,"percent_change_15m":0.82101,"percent_change_30m":0.82101,"percent_change_1h":0.82101,"percent_change_6h":0.82101,"percent_change_12h":0.82101,"percent_change_24h":1.09937,"percent_change_7d":1.36511,"percent_change_30d":1.36511,"percent_change_1y":0,"ath_price":16.8,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-14.64956}}}
165	2026-05-02 12:09:46+00	2026-11-26 17:43:47.601368+00	snapshot	near-near-protocol	/tickers	\\xda5de5bc2c9c7518701db1d170cc708d242a2c7729b8c0750e08cdaf309fbf25	run	2026-11-26	{"id":"near-near-protocol","name":"NEAR Protocol","symbol":"NEAR","rank":15,"total_supply":1080000000,"max_supply":0,"beta_value":0.33107,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:46Z","quotes":{"USD":{"price":6.88687397199868,"volume_24h":66337059.64344455,"volume_24h_change_24h":-3.41754,"market_cap":7437823890,"market_cap_change_24h":-3.53846,"percent_change_15m":-2.49927,"percent_change_30m":-2.49927,"percent_change_1h":-2.49927,"percent_change_6h":-2.49927,"percent_change_12h":-2.49927,"percent_change_24h":-3.53846,"percent_change_7d":-3.41754,"percent_change_30d":-3.41754,"percent_change_1y":0,"ath_price":8.4,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-18.01341}}}
166	2026-05-02 12:09:45+00	2026-11-26 17:43:47.601368+00	snapshot	ltc-litecoin	/tickers	\\xdd2646aebd21051976cee5cc740379c58069b59a8a13708c37dfb4233ed47a95	run	2026-11-26	{"id":"ltc-litecoin","name":"Litecoin","symbol":"LTC","rank":16,"total_supply":74000000,"max_supply":74000000,"beta_value":0.47536,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:45Z","quotes":{"USD":{"price":83.784065298345,"volume_24h":834504653.861978,"volume_24h_change_24h":-0.11709,"market_cap":6200020832,"market_cap_change_24h":-0.50035,"percent_change_15m":-1.4002,"percent_change_30m":-1.4002,"percent_change_1h":-1.4002,"percent_change_6h":-1.4002,"percent_change_12h":-1.4002,"percent_change_24h":-0.50035,"percent_change_7d":-0.11709,"percent_change_30d":-0.11709,"percent_change_1y":0,"ath_price":96.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-12.72493}}}
167	2026-05-02 12:09:44+00	2026-11-26 17:43:47.601368+00	snapshot	atom-cosmos-hub	/tickers	\\x9601c26b1c00a0410c11247d9eaa47942719b3364a3d1716c5e2a4b6bb9ba07a	run	2026-11-26	{"id":"atom-cosmos-hub","name":"Cosmos Hub","symbol":"ATOM","rank":17,"total_supply":390000000,"max_supply":0,"beta_value":0.16868,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:44Z","quotes":{"USD":{"price":8.328598022445208,"volume_24h":364392499.1321165,"volume_24h_change_24h":7.05187,"market_cap":3248153229,"market_cap_change_24h":4.37594,"percent_change_15m":0.70951,"percent_change_30m":0.70951,"percent_change_1h":0.70951,"percent_change_6h":0.70951,"percent_change_12h":0.70951,"percent_change_24h":4.37594,"percent_change_7d":7.05187,"percent_change_30d":7.05187,"percent_change_1y":0,"ath_price":9.6,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-13.24377}}}
168	2026-05-02 12:09:43+00	2026-11-26 17:43:47.601368+00	snapshot	xlm-stellar	/tickers	\\xf8d7bae294c054ce113aa775133c39da17a0a9c798ac36faec3aa08bdbcd1509	run	2026-11-26	{"id":"xlm-stellar","name":"Stellar","symbol":"XLM","rank":18,"total_supply":28900000000,"max_supply":9223372036854775807,"beta_value":0.42699,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:43Z","quotes":{"USD":{"price":0.11130736763840925,"volume_24h":462075193.9624708,"volume_24h_change_24h":3.88179,"market_cap":3216782925,"market_cap_change_24h":8.45583,"percent_change_15m":2.17086,"percent_change_30m":2.17086,"percent_change_1h":2.17086,"percent_change_6h":2.17086,"percent_change_12h":2.17086,"percent_change_24h":8.45583,"percent_change_7d":3.88179,"percent_change_30d":3.88179,"percent_change_1y":0,"ath_price":0.132,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-15.67624}}}
169	2026-05-02 12:09:42+00	2026-11-26 17:43:47.601368+00	snapshot	xmr-monero	/tickers	\\x57964f055bdd00cd596f55801296c695217fc1c19810baff90e2ee15b92780ba	run	2026-11-26	{"id":"xmr-monero","name":"Monero","symbol":"XMR","rank":19,"total_supply":18400000,"max_supply":0,"beta_value":0.23532,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:42Z","quotes":{"USD":{"price":131.52870985812027,"volume_24h":94768798.86937924,"volume_24h_change_24h":-0.84757,"market_cap":2420128261,"market_cap_change_24h":-8.36323,"percent_change_15m":-2.16491,"percent_change_30m":-2.16491,"percent_change_1h":-2.16491,"percent_change_6h":-2.16491,"percent_change_12h":-2.16491,"percent_change_24h":-8.36323,"percent_change_7d":-0.84757,"percent_change_30d":-0.84757,"percent_change_1y":0,"ath_price":168.0,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-21.7091}}}
170	2026-05-02 12:09:41+00	2026-11-26 17:43:47.601368+00	snapshot	hot-holo	/tickers	\\x501cc8a272ba75151513bc6d747335e4b5464978d6d9b57bd1938d5e4d992435	run	2026-11-26	{"id":"hot-holo","name":"Holo","symbol":"HOT","rank":20,"total_supply":177000000000,"max_supply":177000000000,"beta_value":0.29182,"first_data_at":"2017-07-01T00:00:00Z","last_updated":"2026-05-02T12:09:41Z","quotes":{"USD":{"price":0.001956666414048411,"volume_24h":23387507.042590566,"volume_24h_change_24h":-1.98452,"market_cap":346329955,"market_cap_change_24h":-1.80825,"percent_change_15m":-2.53632,"percent_change_30m":-2.53632,"percent_change_1h":-2.53632,"percent_change_6h":-2.53632,"percent_change_12h":-2.53632,"percent_change_24h":-1.80825,"percent_change_7d":-1.98452,"percent_change_30d":-1.98452,"percent_change_1y":0,"ath_price":0.0024,"ath_date":"2021-11-10T16:51:15Z","percent_from_price_ath":-18.47223}}}
199	2026-04-20 00:00:00+00	2026-11-26 17:43:48.07194+00	history	btc-bitcoin	/tickers/btc-bitcoin/historical?start=1776643200&end=1776816000&interval=1d&limit=5000	\\x3138df70cdc488eab37037160550cb6def52635d84e6c0200bf98c087aade60f	past run	2026-04-20/2026-04-21/24h	[{"timestamp":"2026-04-20T00:00:00Z","price":60466.88200797634,"volume_24h":267682547809,"market_cap":1191197575557},{"timestamp":"2026-04-21T00:00:00Z","price":66982.02009412361,"volume_24h":296524596618,"market_cap":1319545795854}]
200	2026-04-20 00:00:00+00	2026-11-26 17:43:48.09159+00	history	eth-ethereum	/tickers/eth-ethereum/historical?start=1776643200&end=1776816000&interval=1d&limit=5000	\\x22686e61779275c606fcc55b0cc8584211216b8287fb6e44e5fd699fe852bee3	past run	2026-04-20/2026-04-21/24h	[{"timestamp":"2026-04-20T00:00:00Z","price":2914.1208630208616,"volume_24h":46647105991,"market_cap":349694503563},{"timestamp":"2026-04-21T00:00:00Z","price":2970.1689977605074,"volume_24h":47544283358,"market_cap":356420279731}]
201	2026-04-20 00:00:00+00	2026-11-26 17:43:48.109826+00	history	usdt-tether	/tickers/usdt-tether/historical?start=1776643200&end=1776816000&interval=1d&limit=5000	\\x47a15d8cb02bc2410f277fb105fc4dc8d481ec3e0213e6ca97d4349df5d10e44	past run	2026-04-20/2026-04-21/24h	[{"timestamp":"2026-04-20T00:00:00Z","price":1.001302743021826,"volume_24h":7002363904,"market_cap":110143301732},{"timestamp":"2026-04-21T00:00:00Z","price":1.0006529149314944,"volume_24h":6997819491,"market_cap":110071820642}]
\.


--
-- Data for Name: raw_csv_2026_11; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.raw_csv_2026_11 (seq, observed_at, fetched_at, stream, source_id, endpoint, content_hash, run_id, partition, payload) FROM stdin;
202	2013-04-28 00:00:00+00	2026-11-26 17:43:48.265681+00	files	BTC:Bitcoin	old.csv:2	\\x2ab605e99f253b34dc970b6e98808f4e508a6257f4274918d4fbe0efc136917c	file run	0c319ca6ecae7bb4	{"header": "symbol,name,price_usd,created_at", "row": "BTC,Bitcoin,100,2013-04-28"}
203	2013-04-29 00:00:00+00	2026-11-26 17:43:48.265681+00	files	OLD:Old Coin	old.csv:3	\\x38f531025b0c1582f5b425fdbf5e259262906b672902b817dce466dd3bf5037d	file run	0c319ca6ecae7bb4	{"header": "symbol,name,price_usd,created_at", "row": "OLD,Old Coin,2,2013-04-29"}
204	2013-04-30 00:00:00+00	2026-11-26 17:43:48.265681+00	files	OLD:Old Coin	old.csv:4	\\x2ad3c0b21d0a992890457a1f5e3f16a9b21a38f908e0b0a6832a63335c1409bc	file run	0c319ca6ecae7bb4	{"header": "symbol,name,price_usd,created_at", "row": "OLD,Old Coin,3,2013-04-30"}
205	2026-04-30 00:00:00+00	2026-11-26 17:43:48.40536+00	files	BTC:Bitcoin	new.csv:2	\\xb680ca925e00927aaba431ec6a25eecea690d167fe0c1b1831c6cb3ae1b957d0	file run	f99243c35d016aea	{"header": "symbol,name,price_usd,created_at", "row": "BTC,Bitcoin,60000,2026-04-30"}
206	2026-04-30 00:00:00+00	2026-11-26 17:43:48.40536+00	files	OLD:Old Coin	new.csv:3	\\xca053e818bb4a349c949c0b2a4af768684cf5a86c2276cba7a7cd8f164d319ed	file run	f99243c35d016aea	{"header": "symbol,name,price_usd,created_at", "row": "OLD,Old Coin,4,2026-04-30"}
207	2026-04-30 00:00:00+00	2026-11-26 17:43:48.40536+00	files	BAD:Bad Coin	new.csv:4	\\x2fd818c902e436eb04ed465c6f86dbae8719f7f32e373ec95da99dbd5db20e84	file run	f99243c35d016aea	{"header": "symbol,name,price_usd,created_at", "row": "BAD,Bad Coin,x,2026-04-30"}
208	2026-04-30 00:00:00+00	2026-11-26 17:43:48.481759+00	files	OLD:Old Coin	correction.csv:2	\\xf108331c7f2f79de5c525634db241898b30033132db33c5fdfb796c4cfd96833	file run	0444a5f4e9f73626	{"header": "symbol,name,price_usd,created_at", "row": "OLD,Old Coin,5,2026-04-30"}
\.


--
-- Data for Name: raw_rss_2026_11; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.raw_rss_2026_11 (seq, observed_at, fetched_at, stream, source_id, endpoint, content_hash, run_id, partition, payload) FROM stdin;
41	2026-04-30 23:50:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:ecb8339f-6813-5318-b1fe-e15b33f165fd	http://127.0.0.1:51519/feeds/demo.xml	\\x62535d78ff67f1ead041bdb0e4dc0b054874910b67a569cabd7286355e14456b	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "ecb8339f-6813-5318-b1fe-e15b33f165fd", "link": "https://news.example/demo/5925310?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925310?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:50:00 +0000", "summary": "<p>Avalanche slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Avalanche slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "AVAX"}], "title": "Avalanche (AVAX) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Avalanche (AVAX) slips"}}
42	2026-04-30 23:45:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:9b7d5ad2-cfc6-5bfb-b3ef-b7212bc48774	http://127.0.0.1:51519/feeds/demo.xml	\\xb53519e17aa9bc17a04dd50ab7076af98742ae28dc60143e46ae5630f59e6d8c	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "9b7d5ad2-cfc6-5bfb-b3ef-b7212bc48774", "link": "https://news.example/demo/5925309?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925309?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:45:00 +0000", "summary": "<p>Polkadot recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Polkadot recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "DOT"}], "title": "Polkadot (DOT) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Polkadot (DOT) recovers"}}
43	2026-04-30 23:40:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:840cd01d-c249-5a65-ac21-ca2bc53400b3	http://127.0.0.1:51519/feeds/demo.xml	\\xf8d9efeaab87813a15481f86bf147289073fdd20468347ba3e9ce696a61ce171	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "840cd01d-c249-5a65-ac21-ca2bc53400b3", "link": "https://news.example/demo/5925308?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925308?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:40:00 +0000", "summary": "<p>Chainlink loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Chainlink loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "LINK"}], "title": "Chainlink (LINK) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Chainlink (LINK) loses"}}
44	2026-04-30 23:35:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:f6004367-c12e-5dd4-9bdb-bf9e2ccc32ac	http://127.0.0.1:51519/feeds/demo.xml	\\x547013664d3f92e33a9f440fb69b9a0b04c605cf8c1ce4c2a58e44fbd5949fb0	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "f6004367-c12e-5dd4-9bdb-bf9e2ccc32ac", "link": "https://news.example/demo/5925307?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925307?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:35:00 +0000", "summary": "<p>Bitcoin Cash gains &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Bitcoin Cash gains &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BCH"}], "title": "Bitcoin Cash (BCH) gains", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Bitcoin Cash (BCH) gains"}}
45	2026-04-30 23:30:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:b8382ae6-e1c2-5d31-955d-6407030bdac1	http://127.0.0.1:51519/feeds/demo.xml	\\x85a41daf440fcdc6cc275d557dee8ad34f7bef68f69b02bb87712e39fce5695a	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "b8382ae6-e1c2-5d31-955d-6407030bdac1", "link": "https://news.example/demo/5925306?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925306?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:30:00 +0000", "summary": "<p>NEAR Protocol sideways &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>NEAR Protocol sideways &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "NEAR"}], "title": "NEAR Protocol (NEAR) sideways", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "NEAR Protocol (NEAR) sideways"}}
46	2026-04-30 23:25:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:67f23e90-5ba0-57cd-b3b0-3cd4d1d714a5	http://127.0.0.1:51519/feeds/demo.xml	\\x28685c7317cd04129ad87b9632020b8f91ea8c0b960575f0350927db96762bef	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "67f23e90-5ba0-57cd-b3b0-3cd4d1d714a5", "link": "https://news.example/demo/5925305?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925305?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:25:00 +0000", "summary": "<p>Litecoin trades &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Litecoin trades &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "LTC"}], "title": "Litecoin (LTC) trades", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Litecoin (LTC) trades"}}
47	2026-04-30 23:20:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:cbe5c654-73a7-5b86-a556-c63faff76bbd	http://127.0.0.1:51519/feeds/demo.xml	\\x6f8802be2faf49e945a051df2c297bc0e44880996de71c6551bd9f0c8b1089d7	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "cbe5c654-73a7-5b86-a556-c63faff76bbd", "link": "https://news.example/demo/5925304?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925304?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:20:00 +0000", "summary": "<p>Cosmos Hub falls &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Cosmos Hub falls &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ATOM"}], "title": "Cosmos Hub (ATOM) falls", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Cosmos Hub (ATOM) falls"}}
48	2026-04-30 23:15:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:4a312ab1-fdb5-5b3e-a43d-f0eb1a3125b6	http://127.0.0.1:51519/feeds/demo.xml	\\xe7ad320559a08073addb4c15b1fe6a7b1d8180becaf7f9cf34ff876c66c0c8fb	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "4a312ab1-fdb5-5b3e-a43d-f0eb1a3125b6", "link": "https://news.example/demo/5925303?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925303?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:15:00 +0000", "summary": "<p>Stellar rises &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Stellar rises &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XLM"}], "title": "Stellar (XLM) rises", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Stellar (XLM) rises"}}
49	2026-04-30 23:10:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:b1d9b69f-2cfc-5c38-bce8-3346d73628d8	http://127.0.0.1:51519/feeds/demo.xml	\\xbb20ccb8c5a2752a8ec06322100da023c48951e8749678e77a48c3eb39a91dcf	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "b1d9b69f-2cfc-5c38-bce8-3346d73628d8", "link": "https://news.example/demo/5925302?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925302?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:10:00 +0000", "summary": "<p>Monero steadies &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Monero steadies &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XMR"}], "title": "Monero (XMR) steadies", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Monero (XMR) steadies"}}
50	2026-04-30 23:05:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:95399684-f73e-5780-81cd-9adb651145b0	http://127.0.0.1:51519/feeds/demo.xml	\\x49441e0d5e656c8cdfd1eefcf7cc5bbb2fcdb943d89fd9de012dc0fd3af1f3f4	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "95399684-f73e-5780-81cd-9adb651145b0", "link": "https://news.example/demo/5925301?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925301?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:05:00 +0000", "summary": "<p>Holo slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Holo slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "HOT"}], "title": "Holo (HOT) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Holo (HOT) slips"}}
51	2026-04-30 23:00:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:679ad9e7-038e-555f-8093-eac5951f9d35	http://127.0.0.1:51519/feeds/demo.xml	\\xb80de551d044aa54c8d80544be662e80b01ae9162154955bf1479ef0275ed1d2	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "679ad9e7-038e-555f-8093-eac5951f9d35", "link": "https://news.example/demo/5925300?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925300?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 23:00:00 +0000", "summary": "<p>Bitcoin recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Bitcoin recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BTC"}], "title": "Bitcoin (BTC) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Bitcoin (BTC) recovers"}}
52	2026-04-30 22:55:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:89a3d280-a43f-558d-8a4a-e47adb7474b1	http://127.0.0.1:51519/feeds/demo.xml	\\x5751cd572b28d30284c08385ad756b58d020ab19b8e1393414350bdd0847aca5	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "89a3d280-a43f-558d-8a4a-e47adb7474b1", "link": "https://news.example/demo/5925299?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925299?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:55:00 +0000", "summary": "<p>Ethereum loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Ethereum loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ETH"}], "title": "Ethereum (ETH) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Ethereum (ETH) loses"}}
53	2026-04-30 22:50:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:8db1380e-5ccc-5fe9-9431-186595822059	http://127.0.0.1:51519/feeds/demo.xml	\\x84d56bcc0003ec4caa107869481384c2e9aa6197b6a7e13e7c410c7a25d83080	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "8db1380e-5ccc-5fe9-9431-186595822059", "link": "https://news.example/demo/5925298?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925298?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:50:00 +0000", "summary": "<p>Tether gains &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Tether gains &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "USDT"}], "title": "Tether (USDT) gains", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Tether (USDT) gains"}}
54	2026-04-30 22:45:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:b5ffdf65-39e7-5775-ad7f-850143abf301	http://127.0.0.1:51519/feeds/demo.xml	\\x062993483c0086b3d9d38c0c6a56dac3b31d8ce699539c496d44c6c714d83cf5	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "b5ffdf65-39e7-5775-ad7f-850143abf301", "link": "https://news.example/demo/5925297?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925297?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:45:00 +0000", "summary": "<p>BNB sideways &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>BNB sideways &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BNB"}], "title": "BNB (BNB) sideways", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "BNB (BNB) sideways"}}
55	2026-04-30 22:40:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:92fdb08a-76f5-5f42-bcfa-5aca6dff1ef6	http://127.0.0.1:51519/feeds/demo.xml	\\x7a607e85805d730d8450698367aad55cf68918c6ba8cedf2e5a263812bb74c5e	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "92fdb08a-76f5-5f42-bcfa-5aca6dff1ef6", "link": "https://news.example/demo/5925296?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925296?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:40:00 +0000", "summary": "<p>Solana trades &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Solana trades &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "SOL"}], "title": "Solana (SOL) trades", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Solana (SOL) trades"}}
56	2026-04-30 22:35:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:47190fe8-bf9c-561e-b0fd-7446dbea8a97	http://127.0.0.1:51519/feeds/demo.xml	\\x8206ea55a3537b4f2da859ea184b6fece1d3fbb2c1e9f334b1792b3186e18d71	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "47190fe8-bf9c-561e-b0fd-7446dbea8a97", "link": "https://news.example/demo/5925295?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925295?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:35:00 +0000", "summary": "<p>USDC falls &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>USDC falls &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "USDC"}], "title": "USDC (USDC) falls", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "USDC (USDC) falls"}}
57	2026-04-30 22:30:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:c003b5a3-090d-581d-8364-e07a9dc47512	http://127.0.0.1:51519/feeds/demo.xml	\\xee5ea9d570af1bc8a23e3b480003ac04284786582d8240a96e720f8ca6d0a6ce	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "c003b5a3-090d-581d-8364-e07a9dc47512", "link": "https://news.example/demo/5925294?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925294?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:30:00 +0000", "summary": "<p>XRP rises &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>XRP rises &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XRP"}], "title": "XRP (XRP) rises", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "XRP (XRP) rises"}}
58	2026-04-30 22:25:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:58762d64-cd15-5770-8b9d-222473c7a6b0	http://127.0.0.1:51519/feeds/demo.xml	\\xf9f7ece99800757346f12d1cf39991c705175eca70e9932daa88bb2d13dfe3dc	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "58762d64-cd15-5770-8b9d-222473c7a6b0", "link": "https://news.example/demo/5925293?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925293?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:25:00 +0000", "summary": "<p>Dogecoin steadies &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Dogecoin steadies &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "DOGE"}], "title": "Dogecoin (DOGE) steadies", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Dogecoin (DOGE) steadies"}}
59	2026-04-30 22:20:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:7810740d-84f8-5861-afbb-e15e20a2b1da	http://127.0.0.1:51519/feeds/demo.xml	\\x845c2e04e7f811b87c90e38e62e957482beb89136b3d2597da29eb3a6190a5e7	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "7810740d-84f8-5861-afbb-e15e20a2b1da", "link": "https://news.example/demo/5925292?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925292?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:20:00 +0000", "summary": "<p>Cardano slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Cardano slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ADA"}], "title": "Cardano (ADA) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Cardano (ADA) slips"}}
60	2026-04-30 22:15:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:096b7968-16dc-5d36-bda7-22340dea9f15	http://127.0.0.1:51519/feeds/demo.xml	\\x9ee99bbc08ec2aebe57a5609c843c8da6897ab05cba4d6e13bec5c636e6dfdf0	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "096b7968-16dc-5d36-bda7-22340dea9f15", "link": "https://news.example/demo/5925291?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925291?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:15:00 +0000", "summary": "<p>TRON recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>TRON recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "TRX"}], "title": "TRON (TRX) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "TRON (TRX) recovers"}}
61	2026-04-30 22:10:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:d43d794d-3068-51e0-b662-ebec48d34782	http://127.0.0.1:51519/feeds/demo.xml	\\x4e10516c415d5f33ece86f1c9c720457788f814515603079a91aa8d9e9a3623a	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "d43d794d-3068-51e0-b662-ebec48d34782", "link": "https://news.example/demo/5925290?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925290?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:10:00 +0000", "summary": "<p>Avalanche loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Avalanche loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "AVAX"}], "title": "Avalanche (AVAX) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Avalanche (AVAX) loses"}}
62	2026-04-30 22:05:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:ad610730-922d-50a9-a4be-fe9b1487489a	http://127.0.0.1:51519/feeds/demo.xml	\\xca1c452d11dd5ca96b7959b7867ff625b06e6f2e6a89475662fdf1763fd35acc	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "ad610730-922d-50a9-a4be-fe9b1487489a", "link": "https://news.example/demo/5925289?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925289?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:05:00 +0000", "summary": "<p>Polkadot gains &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Polkadot gains &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "DOT"}], "title": "Polkadot (DOT) gains", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Polkadot (DOT) gains"}}
63	2026-04-30 22:00:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:7ec842a6-7b70-5d4e-b350-67f88bf3c2fe	http://127.0.0.1:51519/feeds/demo.xml	\\x6e0f122866087dee202adeb66e327a072332f885fd9ae2edeb415cea66ad8367	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "7ec842a6-7b70-5d4e-b350-67f88bf3c2fe", "link": "https://news.example/demo/5925288?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925288?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 22:00:00 +0000", "summary": "<p>Chainlink sideways &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Chainlink sideways &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "LINK"}], "title": "Chainlink (LINK) sideways", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Chainlink (LINK) sideways"}}
64	2026-04-30 21:55:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:eb3da99d-ab49-57a7-b491-c1098ad16d41	http://127.0.0.1:51519/feeds/demo.xml	\\x65d29f18f3813c02a459aee2711cc92c26301e45b5f45894aee26bc8fb39861a	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "eb3da99d-ab49-57a7-b491-c1098ad16d41", "link": "https://news.example/demo/5925287?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925287?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 21:55:00 +0000", "summary": "<p>Bitcoin Cash trades &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Bitcoin Cash trades &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BCH"}], "title": "Bitcoin Cash (BCH) trades", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Bitcoin Cash (BCH) trades"}}
65	2026-04-30 21:50:00+00	2026-11-26 17:43:44.908244+00	feeds	demo:820f50ae-b2a6-58eb-ab4c-40a06450fa4d	http://127.0.0.1:51519/feeds/demo.xml	\\x9ab5ae550b0231656d79accda7b66f1834d5d159a7985814a5becc241e4a7eb0	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "820f50ae-b2a6-58eb-ab4c-40a06450fa4d", "link": "https://news.example/demo/5925286?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925286?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Thu, 30 Apr 2026 21:50:00 +0000", "summary": "<p>NEAR Protocol falls &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>NEAR Protocol falls &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "NEAR"}], "title": "NEAR Protocol (NEAR) falls", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "NEAR Protocol (NEAR) falls"}}
106	2026-05-01 12:00:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:5ac99ee1-1caf-5bee-b609-36eabfba36e5	http://127.0.0.1:36141/feeds/demo.xml	\\x7b0c5ad34d48de424e6ed73565be941926082728abf33ced88b54ed3658bcd04	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "5ac99ee1-1caf-5bee-b609-36eabfba36e5", "link": "https://news.example/demo/5925456?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925456?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 12:00:00 +0000", "summary": "<p>Solana rises &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Solana rises &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "SOL"}], "title": "Solana (SOL) rises", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Solana (SOL) rises"}}
107	2026-05-01 11:55:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:61fed8f7-23a9-51f9-9f26-fd96cc021c12	http://127.0.0.1:36141/feeds/demo.xml	\\xeff69940629d861062da375b34d5d84c76f3479dcbc9a7904cd2f4358950533e	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "61fed8f7-23a9-51f9-9f26-fd96cc021c12", "link": "https://news.example/demo/5925455?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925455?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:55:00 +0000", "summary": "<p>USDC steadies &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>USDC steadies &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "USDC"}], "title": "USDC (USDC) steadies", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "USDC (USDC) steadies"}}
108	2026-05-01 11:50:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:c121a9fe-d50a-56fd-9170-11aec8cf7c27	http://127.0.0.1:36141/feeds/demo.xml	\\xc00a7f877dc1921845e675303b546fc23923be3eec287abdf867ceb417e0e16f	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "c121a9fe-d50a-56fd-9170-11aec8cf7c27", "link": "https://news.example/demo/5925454?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925454?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:50:00 +0000", "summary": "<p>XRP slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>XRP slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XRP"}], "title": "XRP (XRP) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "XRP (XRP) slips"}}
109	2026-05-01 11:45:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:5701802f-eea5-52a4-8623-36c7ddf30641	http://127.0.0.1:36141/feeds/demo.xml	\\x1e8f406f92d13b6cca4551f6fdffaf37e10ec86060b3a8015671da5d6b3d13f0	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "5701802f-eea5-52a4-8623-36c7ddf30641", "link": "https://news.example/demo/5925453?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925453?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:45:00 +0000", "summary": "<p>Dogecoin recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Dogecoin recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "DOGE"}], "title": "Dogecoin (DOGE) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Dogecoin (DOGE) recovers"}}
110	2026-05-01 11:40:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:451dbca7-b18b-593a-89f1-1335e6b6136e	http://127.0.0.1:36141/feeds/demo.xml	\\x65ff47829856b742f92e29bad0e9d9e98f3215f4a75a429421cebdd2459d6812	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "451dbca7-b18b-593a-89f1-1335e6b6136e", "link": "https://news.example/demo/5925452?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925452?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:40:00 +0000", "summary": "<p>Cardano loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Cardano loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ADA"}], "title": "Cardano (ADA) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Cardano (ADA) loses"}}
111	2026-05-01 11:35:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:2be5e0ea-ce15-5c35-8b69-9e3ea98c72a6	http://127.0.0.1:36141/feeds/demo.xml	\\xd36530108d1d47f89a89f9f914aa3fd0963981bd999a6aa9e2b7a79a3dbcbfd3	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "2be5e0ea-ce15-5c35-8b69-9e3ea98c72a6", "link": "https://news.example/demo/5925451?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925451?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:35:00 +0000", "summary": "<p>TRON gains &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>TRON gains &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "TRX"}], "title": "TRON (TRX) gains", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "TRON (TRX) gains"}}
112	2026-05-01 11:30:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:e5a7537e-d282-5fe4-a7be-66db0f2dec5e	http://127.0.0.1:36141/feeds/demo.xml	\\x271a0ab08c851fae968ff512241d83903b41e94134eeadf46654401ca87b8775	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "e5a7537e-d282-5fe4-a7be-66db0f2dec5e", "link": "https://news.example/demo/5925450?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925450?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:30:00 +0000", "summary": "<p>Avalanche sideways &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Avalanche sideways &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "AVAX"}], "title": "Avalanche (AVAX) sideways", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Avalanche (AVAX) sideways"}}
113	2026-05-01 11:25:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:735d182b-ac8b-544c-aed7-764730616d44	http://127.0.0.1:36141/feeds/demo.xml	\\x57981304016d5fba7433b69df08a8c3a7c37706c54219f7b0d083f90f599a636	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "735d182b-ac8b-544c-aed7-764730616d44", "link": "https://news.example/demo/5925449?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925449?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:25:00 +0000", "summary": "<p>Polkadot trades &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Polkadot trades &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "DOT"}], "title": "Polkadot (DOT) trades", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Polkadot (DOT) trades"}}
114	2026-05-01 11:20:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:57d0d1ab-e00c-5b50-a2f7-9b4e25faebba	http://127.0.0.1:36141/feeds/demo.xml	\\xe750f0b361dce7d4b247105f922fd20aa920b98f6f17303e4e01dd990f9c0af1	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "57d0d1ab-e00c-5b50-a2f7-9b4e25faebba", "link": "https://news.example/demo/5925448?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925448?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:20:00 +0000", "summary": "<p>Chainlink falls &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Chainlink falls &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "LINK"}], "title": "Chainlink (LINK) falls", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Chainlink (LINK) falls"}}
115	2026-05-01 11:15:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:a8bdb80c-7ad3-5884-883d-b00e2de84f03	http://127.0.0.1:36141/feeds/demo.xml	\\x63666ab007516f4d4056f7c6d19dd84636dfe1b36423cf03e19b80aa4523a90d	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "a8bdb80c-7ad3-5884-883d-b00e2de84f03", "link": "https://news.example/demo/5925447?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925447?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:15:00 +0000", "summary": "<p>Bitcoin Cash rises &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Bitcoin Cash rises &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BCH"}], "title": "Bitcoin Cash (BCH) rises", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Bitcoin Cash (BCH) rises"}}
116	2026-05-01 11:10:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:e91c76cc-f1e7-5c83-a5e3-7b4b9720ce76	http://127.0.0.1:36141/feeds/demo.xml	\\xd8e3d1cdd6d4e82c86dd430b0d0d2d1c93ba96654c3637b289417c8e5acc43d0	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "e91c76cc-f1e7-5c83-a5e3-7b4b9720ce76", "link": "https://news.example/demo/5925446?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925446?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:10:00 +0000", "summary": "<p>NEAR Protocol steadies &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>NEAR Protocol steadies &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "NEAR"}], "title": "NEAR Protocol (NEAR) steadies", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "NEAR Protocol (NEAR) steadies"}}
117	2026-05-01 11:05:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:9a0ffd7d-4ef8-5ca8-a979-cae31d72e030	http://127.0.0.1:36141/feeds/demo.xml	\\xf790c896f70d2affc59f7a74fea3c2eb9604c46655f49b1c92efc81700a30039	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "9a0ffd7d-4ef8-5ca8-a979-cae31d72e030", "link": "https://news.example/demo/5925445?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925445?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:05:00 +0000", "summary": "<p>Litecoin slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Litecoin slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "LTC"}], "title": "Litecoin (LTC) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Litecoin (LTC) slips"}}
118	2026-05-01 11:00:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:431f0a0e-9742-5abd-88d6-b36385245cfa	http://127.0.0.1:36141/feeds/demo.xml	\\x12e7427dde0c31bc07d1a019bf706ecc6e7e1157ca6d58e651bd6b3dde9a868f	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "431f0a0e-9742-5abd-88d6-b36385245cfa", "link": "https://news.example/demo/5925444?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925444?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 11:00:00 +0000", "summary": "<p>Cosmos Hub recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Cosmos Hub recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ATOM"}], "title": "Cosmos Hub (ATOM) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Cosmos Hub (ATOM) recovers"}}
119	2026-05-01 10:55:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:3b654875-1d89-5875-b003-bf7b3a1dee2a	http://127.0.0.1:36141/feeds/demo.xml	\\xdad032759214673e84d64cf08b2c3048ed3051761fed95e4354d0ddd10388e07	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "3b654875-1d89-5875-b003-bf7b3a1dee2a", "link": "https://news.example/demo/5925443?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925443?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:55:00 +0000", "summary": "<p>Stellar loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Stellar loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XLM"}], "title": "Stellar (XLM) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Stellar (XLM) loses"}}
120	2026-05-01 10:50:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:30ee708d-6ba3-54f8-888e-fa959f1c97fe	http://127.0.0.1:36141/feeds/demo.xml	\\x9c8d4c2bbfaca23a2adfd0d0eb364117f70b90f2fca35b906d0d1c9d093def97	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "30ee708d-6ba3-54f8-888e-fa959f1c97fe", "link": "https://news.example/demo/5925442?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925442?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:50:00 +0000", "summary": "<p>Monero gains &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Monero gains &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XMR"}], "title": "Monero (XMR) gains", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Monero (XMR) gains"}}
121	2026-05-01 10:45:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:523cac70-831d-5d55-a666-1814cda66b03	http://127.0.0.1:36141/feeds/demo.xml	\\x49dcd4325e7b0f609b2ed734442a3ef6f85f793086d68413e4734c7ba28cd972	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "523cac70-831d-5d55-a666-1814cda66b03", "link": "https://news.example/demo/5925441?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925441?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:45:00 +0000", "summary": "<p>Holo sideways &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Holo sideways &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "HOT"}], "title": "Holo (HOT) sideways", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Holo (HOT) sideways"}}
122	2026-05-01 10:40:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:73feb4c2-d6b5-5bfc-96bc-e8bcae016369	http://127.0.0.1:36141/feeds/demo.xml	\\xf6fce1ba8e640eecc7d23415344fbe0b5c963620981d2b041c4b8f807fa69d4f	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "73feb4c2-d6b5-5bfc-96bc-e8bcae016369", "link": "https://news.example/demo/5925440?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925440?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:40:00 +0000", "summary": "<p>Bitcoin trades &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Bitcoin trades &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BTC"}], "title": "Bitcoin (BTC) trades", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Bitcoin (BTC) trades"}}
123	2026-05-01 10:35:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:b5f5ffda-4e21-5487-8c41-aad635ccb78e	http://127.0.0.1:36141/feeds/demo.xml	\\xb24b4da34f0e3f2fa62619b6e72c9ca559237f849cf09b689e4a2dc9a882a700	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "b5f5ffda-4e21-5487-8c41-aad635ccb78e", "link": "https://news.example/demo/5925439?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925439?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:35:00 +0000", "summary": "<p>Ethereum falls &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Ethereum falls &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ETH"}], "title": "Ethereum (ETH) falls", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Ethereum (ETH) falls"}}
124	2026-05-01 10:30:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:33a35ba4-34cb-524a-8fdd-cff9f62a5035	http://127.0.0.1:36141/feeds/demo.xml	\\xdde33f66f1e9af43d30448ac835a1fab8926460a0a279383a72109337bf2cb26	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "33a35ba4-34cb-524a-8fdd-cff9f62a5035", "link": "https://news.example/demo/5925438?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925438?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:30:00 +0000", "summary": "<p>Tether rises &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Tether rises &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "USDT"}], "title": "Tether (USDT) rises", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Tether (USDT) rises"}}
125	2026-05-01 10:25:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:d281dc5b-aec9-581e-87ae-7fe8044a93f7	http://127.0.0.1:36141/feeds/demo.xml	\\x1f87aabaf363df3fdf1eb13e690c9404a3b13851e9f8d39ac9bf7424a59f66cf	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "d281dc5b-aec9-581e-87ae-7fe8044a93f7", "link": "https://news.example/demo/5925437?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925437?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:25:00 +0000", "summary": "<p>BNB steadies &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>BNB steadies &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BNB"}], "title": "BNB (BNB) steadies", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "BNB (BNB) steadies"}}
126	2026-05-01 10:20:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:e2e8b7ee-fc28-57f3-83cd-ef62ea2b68c4	http://127.0.0.1:36141/feeds/demo.xml	\\x53bcbd38a37e3473878e5fe39d98151789d08daf21134b1890185de00318c313	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "e2e8b7ee-fc28-57f3-83cd-ef62ea2b68c4", "link": "https://news.example/demo/5925436?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925436?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:20:00 +0000", "summary": "<p>Solana slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Solana slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "SOL"}], "title": "Solana (SOL) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Solana (SOL) slips"}}
127	2026-05-01 10:15:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:3366c95b-8bab-5f0f-9a6b-52aa70b5bf18	http://127.0.0.1:36141/feeds/demo.xml	\\x4fb05d80b3bb0a2d36009207be388573d3be28308415358526b4bcbf2d6322d9	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "3366c95b-8bab-5f0f-9a6b-52aa70b5bf18", "link": "https://news.example/demo/5925435?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925435?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:15:00 +0000", "summary": "<p>USDC recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>USDC recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "USDC"}], "title": "USDC (USDC) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "USDC (USDC) recovers"}}
128	2026-05-01 10:10:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:664e06cc-a49e-506d-bda7-46fbef2c9c06	http://127.0.0.1:36141/feeds/demo.xml	\\x09c2082c1d6350c51c9a37c0444a0d36d30f0e51ccd2e259f6cc623028a536d1	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "664e06cc-a49e-506d-bda7-46fbef2c9c06", "link": "https://news.example/demo/5925434?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925434?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:10:00 +0000", "summary": "<p>XRP loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>XRP loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XRP"}], "title": "XRP (XRP) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "XRP (XRP) loses"}}
129	2026-05-01 10:05:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:c9f5bde1-823b-526d-90fd-91dc30e43fee	http://127.0.0.1:36141/feeds/demo.xml	\\x9d3f46081140b6a0c456cb25755b0f0b7a9c958bb5a4723714f87f6c4ce942c5	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "c9f5bde1-823b-526d-90fd-91dc30e43fee", "link": "https://news.example/demo/5925433?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925433?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:05:00 +0000", "summary": "<p>Dogecoin gains &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Dogecoin gains &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "DOGE"}], "title": "Dogecoin (DOGE) gains", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Dogecoin (DOGE) gains"}}
130	2026-05-01 10:00:00+00	2026-11-26 17:43:46.39242+00	feeds	demo:b03e402a-cf45-555e-9a8d-6cb8cf5c1418	http://127.0.0.1:36141/feeds/demo.xml	\\xa3a7be09403481101ae0ace2b6d81c0d1eb4976dea5ff34eaaf82f224344a26f	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "b03e402a-cf45-555e-9a8d-6cb8cf5c1418", "link": "https://news.example/demo/5925432?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925432?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Fri, 01 May 2026 10:00:00 +0000", "summary": "<p>Cardano sideways &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Cardano sideways &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ADA"}], "title": "Cardano (ADA) sideways", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Cardano (ADA) sideways"}}
171	2026-05-02 12:10:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:377afa1e-45ad-5edd-9a16-73c24d017ab0	http://127.0.0.1:35753/feeds/demo.xml	\\xdf043fc8f5166a39de806178e97029251821fc89a7ff054c31872721b0a71b57	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "377afa1e-45ad-5edd-9a16-73c24d017ab0", "link": "https://news.example/demo/5925746?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925746?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 12:10:00 +0000", "summary": "<p>NEAR Protocol trades &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>NEAR Protocol trades &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "NEAR"}], "title": "NEAR Protocol (NEAR) trades", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "NEAR Protocol (NEAR) trades"}}
172	2026-05-02 12:05:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:fa1f07c6-b075-5eb1-b670-f01029e7e3ad	http://127.0.0.1:35753/feeds/demo.xml	\\x78a9c836f8e59b440eb436dc5eaf62ecff37a2ebaf3a6da58e35da4d015f33f0	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "fa1f07c6-b075-5eb1-b670-f01029e7e3ad", "link": "https://news.example/demo/5925745?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925745?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 12:05:00 +0000", "summary": "<p>Litecoin falls &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Litecoin falls &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "LTC"}], "title": "Litecoin (LTC) falls", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Litecoin (LTC) falls"}}
173	2026-05-02 12:00:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:a10ebacc-ec3a-5f2e-b3c1-32f3d211d1a2	http://127.0.0.1:35753/feeds/demo.xml	\\x30790fe822fadc1f14179a9f4986e1fafbeca2536e6f5b8ebaded0d452cc3043	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "a10ebacc-ec3a-5f2e-b3c1-32f3d211d1a2", "link": "https://news.example/demo/5925744?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925744?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 12:00:00 +0000", "summary": "<p>Cosmos Hub rises &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Cosmos Hub rises &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ATOM"}], "title": "Cosmos Hub (ATOM) rises", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Cosmos Hub (ATOM) rises"}}
174	2026-05-02 11:55:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:50414c73-f9a6-537e-af88-5be889899022	http://127.0.0.1:35753/feeds/demo.xml	\\x324af2f95a04117856d787a36096914951b17a43eb9318f6e4c13a3a3e6bd8ad	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "50414c73-f9a6-537e-af88-5be889899022", "link": "https://news.example/demo/5925743?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925743?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:55:00 +0000", "summary": "<p>Stellar steadies &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Stellar steadies &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XLM"}], "title": "Stellar (XLM) steadies", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Stellar (XLM) steadies"}}
175	2026-05-02 11:50:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:dde3dad3-2f03-549b-abd4-fa6cd09e505f	http://127.0.0.1:35753/feeds/demo.xml	\\xde24e9cf81bc4b93ad3a27b3b1547349d74dac644aa6d9e554f1dd76dc3fe090	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "dde3dad3-2f03-549b-abd4-fa6cd09e505f", "link": "https://news.example/demo/5925742?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925742?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:50:00 +0000", "summary": "<p>Monero slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Monero slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XMR"}], "title": "Monero (XMR) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Monero (XMR) slips"}}
176	2026-05-02 11:45:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:6c7c3b1e-dcc2-56bb-b1b1-65f512e31d9c	http://127.0.0.1:35753/feeds/demo.xml	\\x2cdd5ef60888a09a6603c043ed9d8822316ff4679acef64b68872ef04e9d6bd1	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "6c7c3b1e-dcc2-56bb-b1b1-65f512e31d9c", "link": "https://news.example/demo/5925741?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925741?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:45:00 +0000", "summary": "<p>Holo recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Holo recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "HOT"}], "title": "Holo (HOT) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Holo (HOT) recovers"}}
177	2026-05-02 11:40:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:f09af423-e1e5-5ac7-ad77-76d60bb801d2	http://127.0.0.1:35753/feeds/demo.xml	\\x37d47db5d93a393bf74dd35575809bb299a1e53c8256d056b11144d0ad1a0ed5	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "f09af423-e1e5-5ac7-ad77-76d60bb801d2", "link": "https://news.example/demo/5925740?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925740?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:40:00 +0000", "summary": "<p>Bitcoin loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Bitcoin loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BTC"}], "title": "Bitcoin (BTC) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Bitcoin (BTC) loses"}}
178	2026-05-02 11:35:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:e085851f-3cdc-5778-877e-7234cc7d4519	http://127.0.0.1:35753/feeds/demo.xml	\\x55d5383483fab08395d4237c67001f836053925898ad9105d4942149ebe8cc7f	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "e085851f-3cdc-5778-877e-7234cc7d4519", "link": "https://news.example/demo/5925739?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925739?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:35:00 +0000", "summary": "<p>Ethereum gains &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Ethereum gains &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ETH"}], "title": "Ethereum (ETH) gains", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Ethereum (ETH) gains"}}
179	2026-05-02 11:30:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:4c1a4307-253f-59ea-b4b0-60e5937f0d14	http://127.0.0.1:35753/feeds/demo.xml	\\xf2aea49459b06b8d3618d82e995bce99aad189579d6b0324cddeeceee5393c0e	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "4c1a4307-253f-59ea-b4b0-60e5937f0d14", "link": "https://news.example/demo/5925738?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925738?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:30:00 +0000", "summary": "<p>Tether sideways &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Tether sideways &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "USDT"}], "title": "Tether (USDT) sideways", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Tether (USDT) sideways"}}
180	2026-05-02 11:25:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:c73e6ea6-4b6f-57a9-99e5-7bcbc85b6f27	http://127.0.0.1:35753/feeds/demo.xml	\\x90462e18fd2960d10dd7d31b98bc068c461d639ef02e1164a1517c4f2684b4e4	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "c73e6ea6-4b6f-57a9-99e5-7bcbc85b6f27", "link": "https://news.example/demo/5925737?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925737?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:25:00 +0000", "summary": "<p>BNB trades &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>BNB trades &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BNB"}], "title": "BNB (BNB) trades", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "BNB (BNB) trades"}}
181	2026-05-02 11:20:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:12326506-656a-5bd6-a594-b2a19be55eb1	http://127.0.0.1:35753/feeds/demo.xml	\\x7179abefb0a3f01674faf7a3bf1bec12dd714463afa6548fc90484687dd7ff01	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "12326506-656a-5bd6-a594-b2a19be55eb1", "link": "https://news.example/demo/5925736?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925736?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:20:00 +0000", "summary": "<p>Solana falls &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Solana falls &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "SOL"}], "title": "Solana (SOL) falls", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Solana (SOL) falls"}}
182	2026-05-02 11:15:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:a88998b5-14b8-5d24-90f5-9640ffeaf829	http://127.0.0.1:35753/feeds/demo.xml	\\x6e4c7b778112a8126e9f90ed7d91a0d20de8ba1758f423a772bfc02350567f69	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "a88998b5-14b8-5d24-90f5-9640ffeaf829", "link": "https://news.example/demo/5925735?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925735?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:15:00 +0000", "summary": "<p>USDC rises &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>USDC rises &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "USDC"}], "title": "USDC (USDC) rises", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "USDC (USDC) rises"}}
183	2026-05-02 11:10:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:eb049e64-28d8-5c25-b41e-0d9048df0491	http://127.0.0.1:35753/feeds/demo.xml	\\xe7bfdf326b44d7c73ac23b389afe847ac38e089426bf2b694d894992de57678a	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "eb049e64-28d8-5c25-b41e-0d9048df0491", "link": "https://news.example/demo/5925734?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925734?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:10:00 +0000", "summary": "<p>XRP steadies &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>XRP steadies &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XRP"}], "title": "XRP (XRP) steadies", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "XRP (XRP) steadies"}}
184	2026-05-02 11:05:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:d4f0d0aa-d781-5a2a-8e01-56f4e84edb45	http://127.0.0.1:35753/feeds/demo.xml	\\x61caea7c0277ede89f30ecaf3821ca613cee9c2271d14a0c07880ed984551e17	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "d4f0d0aa-d781-5a2a-8e01-56f4e84edb45", "link": "https://news.example/demo/5925733?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925733?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:05:00 +0000", "summary": "<p>Dogecoin slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Dogecoin slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "DOGE"}], "title": "Dogecoin (DOGE) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Dogecoin (DOGE) slips"}}
185	2026-05-02 11:00:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:af3749d1-d0fb-577f-944f-fa9ee3b74c89	http://127.0.0.1:35753/feeds/demo.xml	\\xf61c4a0f04b6e7a8dbb47903d0c27a97c514888df94761e6ab4007ee0b062308	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "af3749d1-d0fb-577f-944f-fa9ee3b74c89", "link": "https://news.example/demo/5925732?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925732?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 11:00:00 +0000", "summary": "<p>Cardano recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Cardano recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ADA"}], "title": "Cardano (ADA) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Cardano (ADA) recovers"}}
186	2026-05-02 10:55:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:83094bd8-d958-5d2a-8d37-f5d1052ace4d	http://127.0.0.1:35753/feeds/demo.xml	\\xb65251361a96a5a57deb244f41bc6610b5059a8abfdd0d7657c81a3000f70085	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "83094bd8-d958-5d2a-8d37-f5d1052ace4d", "link": "https://news.example/demo/5925731?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925731?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:55:00 +0000", "summary": "<p>TRON loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>TRON loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "TRX"}], "title": "TRON (TRX) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "TRON (TRX) loses"}}
187	2026-05-02 10:50:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:8ea628ed-199f-5689-8d4f-70c06a378e6c	http://127.0.0.1:35753/feeds/demo.xml	\\x743f306f625b3c1fcb8d998beb9f9a74c1aa6d2cdd28a957780ee4d128004a60	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "8ea628ed-199f-5689-8d4f-70c06a378e6c", "link": "https://news.example/demo/5925730?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925730?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:50:00 +0000", "summary": "<p>Avalanche gains &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Avalanche gains &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "AVAX"}], "title": "Avalanche (AVAX) gains", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Avalanche (AVAX) gains"}}
188	2026-05-02 10:45:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:bd9b7755-801f-586d-9ea6-6f54e5af1490	http://127.0.0.1:35753/feeds/demo.xml	\\x5bedeb9e037d59000224d4c988f7aeada07db1c89b51fee68a84bac519bb8d0a	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "bd9b7755-801f-586d-9ea6-6f54e5af1490", "link": "https://news.example/demo/5925729?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925729?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:45:00 +0000", "summary": "<p>Polkadot sideways &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Polkadot sideways &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "DOT"}], "title": "Polkadot (DOT) sideways", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Polkadot (DOT) sideways"}}
189	2026-05-02 10:40:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:25616abf-ee6b-583a-927c-dd257c50a1fe	http://127.0.0.1:35753/feeds/demo.xml	\\x31eb7848229d1f3677098d9c14d7b69187ac961191eb97076c371071905a61f7	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "25616abf-ee6b-583a-927c-dd257c50a1fe", "link": "https://news.example/demo/5925728?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925728?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:40:00 +0000", "summary": "<p>Chainlink trades &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Chainlink trades &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "LINK"}], "title": "Chainlink (LINK) trades", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Chainlink (LINK) trades"}}
190	2026-05-02 10:35:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:5031dded-4ea1-52d6-9ff1-2334d55846ca	http://127.0.0.1:35753/feeds/demo.xml	\\xb689442a9ab93777fd43c09b89774d49b491721765c1e3fd18b6eb5a0a1827e5	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "5031dded-4ea1-52d6-9ff1-2334d55846ca", "link": "https://news.example/demo/5925727?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925727?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:35:00 +0000", "summary": "<p>Bitcoin Cash falls &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Bitcoin Cash falls &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "BCH"}], "title": "Bitcoin Cash (BCH) falls", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Bitcoin Cash (BCH) falls"}}
191	2026-05-02 10:30:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:6e1e1bc4-3216-5e6d-944f-c3d58e2b105d	http://127.0.0.1:35753/feeds/demo.xml	\\xcc1adb4f3d0d8e8abe8a4c089a41ebef3efe0754f702922892f46969e54877ba	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "6e1e1bc4-3216-5e6d-944f-c3d58e2b105d", "link": "https://news.example/demo/5925726?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925726?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:30:00 +0000", "summary": "<p>NEAR Protocol rises &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>NEAR Protocol rises &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "NEAR"}], "title": "NEAR Protocol (NEAR) rises", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "NEAR Protocol (NEAR) rises"}}
192	2026-05-02 10:25:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:d046d923-7df4-50a4-8c93-8370e84c6eb6	http://127.0.0.1:35753/feeds/demo.xml	\\xeb3331b5ff55904e9466f51f784e363df80a4be2152f8dc70cbf859db51a6e5e	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "d046d923-7df4-50a4-8c93-8370e84c6eb6", "link": "https://news.example/demo/5925725?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925725?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:25:00 +0000", "summary": "<p>Litecoin steadies &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Litecoin steadies &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "LTC"}], "title": "Litecoin (LTC) steadies", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Litecoin (LTC) steadies"}}
193	2026-05-02 10:20:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:daf78ed2-19ec-5615-8c0f-be3b0b93d28c	http://127.0.0.1:35753/feeds/demo.xml	\\x7248e2e87294ae128b44d4dc17a44e7439074e09452bb635c6db7fd42f06fc73	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "daf78ed2-19ec-5615-8c0f-be3b0b93d28c", "link": "https://news.example/demo/5925724?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925724?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:20:00 +0000", "summary": "<p>Cosmos Hub slips &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Cosmos Hub slips &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "ATOM"}], "title": "Cosmos Hub (ATOM) slips", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Cosmos Hub (ATOM) slips"}}
194	2026-05-02 10:15:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:ec7aec0c-d275-57eb-8dba-cf1dac1bca98	http://127.0.0.1:35753/feeds/demo.xml	\\x65fee96d9cc08e50ab41dd0f92d5c569fedba233a81b789e421f60b61854f09e	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "ec7aec0c-d275-57eb-8dba-cf1dac1bca98", "link": "https://news.example/demo/5925723?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925723?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:15:00 +0000", "summary": "<p>Stellar recovers &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Stellar recovers &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XLM"}], "title": "Stellar (XLM) recovers", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Stellar (XLM) recovers"}}
195	2026-05-02 10:10:00+00	2026-11-26 17:43:47.682861+00	feeds	demo:7ba723d1-7678-58ff-87b6-2971a66ebf96	http://127.0.0.1:35753/feeds/demo.xml	\\xc65f997eee9e9fdad1b17f539748d178562c1db3b7e6133d8883cef3ce26e5dd	run	demo	{"author": "Simulator", "author_detail": {"name": "Simulator"}, "authors": [{"name": "Simulator"}], "guidislink": false, "id": "7ba723d1-7678-58ff-87b6-2971a66ebf96", "link": "https://news.example/demo/5925722?utm_source=rss&utm_medium=feed", "links": [{"href": "https://news.example/demo/5925722?utm_source=rss&utm_medium=feed", "rel": "alternate", "type": "text/html"}], "published": "Sat, 02 May 2026 10:10:00 +0000", "summary": "<p>Monero loses &amp; the market looks on.</p>", "summary_detail": {"base": "", "language": null, "type": "text/html", "value": "<p>Monero loses &amp; the market looks on.</p>"}, "tags": [{"label": null, "scheme": null, "term": "Markets"}, {"label": null, "scheme": null, "term": "XMR"}], "title": "Monero (XMR) loses", "title_detail": {"base": "", "language": null, "type": "text/plain", "value": "Monero (XMR) loses"}}
\.


--
-- Data for Name: source_quotes; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.source_quotes (observed_at, price_usd, market_cap_usd, volume_24h_usd, percent_change_1h, percent_change_24h, percent_change_7d, high_24h_usd, low_24h_usd, circulating_supply, total_supply, max_supply, rank, raw_seq, listing_id, recheck) FROM stdin;
2026-05-02 12:10:00.123+00	60615.21	1194119705602	268339200602.25	2.53493	-12.50867	-2.50181	69281.39187025248	60615.21348234783	19700000	19700000	19700000	1	131	1	f
2026-05-02 12:09:59.123+00	3011.81	361417547937	48210888343.94	4.49917	-10.32903	1.31263	3358.7378066577353	3011.8128994752274	120000000	120000000	\N	2	132	2	f
2026-05-02 12:09:58.123+00	1.0000935280964731	110010288091	6993907557.39	0.01772	-0.01202	0.01159	1.0002137788392707	1.0000935280964731	110000000000	110000000000	110000000000	3	133	3	f
2026-05-02 12:09:57+00	534.9872182921425	78643121089	21359138923.12328	-4.27102	-2.85244	-2.51656	\N	\N	\N	147000000	147000000	4	154	24	f
2026-05-02 12:09:56+00	149.06948514694443	68571963168	413582066.8129497	5.95918	3.49046	-5.7521	\N	\N	\N	460000000	\N	5	155	25	f
2026-05-02 12:09:55+00	1.0021503641762521	33070962018	3034233284.926361	0.06713	0.09162	0.15309	\N	\N	\N	33000000000	33000000000	6	156	26	f
2026-05-02 12:09:54+00	0.5239484132226856	28817162727	8636755497.205925	-5.68682	-7.12592	-0.83521	\N	\N	\N	55000000000	\N	7	157	27	f
2026-05-02 12:09:53+00	0.15196515536463454	21882982373	1737112544.6629193	-3.12628	4.63112	-5.55524	\N	\N	\N	144000000000	144000000000	8	158	28	f
2026-05-02 12:10:00+00	60637.78110463271	1194564287761	268439105846.74872	2.53493	-12.50867	-2.50181	\N	\N	\N	19700000	\N	1	151	21	f
2026-05-02 12:09:59+00	3009.7847889241057	361174174671	48178423840.14174	4.49917	-10.32903	1.31263	\N	\N	\N	120000000	120000000	2	152	22	f
2026-05-02 12:09:58+00	1.0018436289983137	110202799190	7006146456.6288185	0.01772	-0.01202	0.01159	\N	\N	\N	110000000000	\N	3	153	23	f
2026-05-02 12:09:57.123+00	534.6499506585247	78593542747	21345673655.18	-4.27102	-2.85244	-2.51656	550.3483311323923	534.6499506585247	147000000	147000000	\N	4	134	4	f
2026-05-02 12:09:56.123+00	148.74706100134586	68423648061	412687525.29	5.95918	3.49046	-5.7521	148.74706100134586	143.73021996278166	460000000	\N	460000000	5	135	5	f
2026-05-02 12:09:55.123+00	1.0007551463536641	33024919830	3030008952.42	0.06713	0.09162	0.15309	1.0007551463536641	0.9998390666664783	33000000000	33000000000	\N	6	136	6	f
2026-05-02 12:09:54.123+00	0.5236285072629605	28799567899	8631482173.56	-5.68682	-7.12592	-0.83521	0.5638048080883112	0.5236285072629605	55000000000	55000000000	55000000000	7	137	7	f
2026-05-02 12:09:53.123+00	0.15215905261719773	21910903577	1739328982.69	-3.12628	4.63112	-5.55524	0.15215905261719773	0.14542428230679344	144000000000	144000000000	\N	8	138	8	f
2026-05-02 12:09:52.123+00	0.45494524469092656	15923083564	4058225738.08	2.90275	-0.6256	-0.54304	0.4578092794967137	0.45494524469092656	35000000000	35000000000	35000000000	9	139	9	f
2026-05-02 12:09:50.123+00	37.05709621896524	14452267525	3497516327.91	5.07736	8.4199	9.09183	37.05709621896524	34.17923938217103	390000000	390000000	390000000	10	140	10	f
2026-05-02 12:09:51.123+00	0.12777283798684075	11116236905	2024258530.46	3.18582	13.19081	6.84053	0.12777283798684075	0.11288269830510028	87000000000	\N	\N	11	141	12	f
2026-05-02 12:09:49.123+00	7.054029184085752	10087261733	1911183133.84	-1.02883	5.73865	0.37659	7.054029184085752	6.671192862267306	1430000000	1430000000	\N	12	142	11	f
2026-05-02 12:09:47.123+00	488.7075391286769	9627538521	2199660014.13	1.52918	7.25312	15.97541	488.7075391286769	455.65812915136877	19700000	19700000	\N	13	143	13	f
2026-05-02 12:09:48.123+00	14.335431762620152	8457904740	925686889.22	0.82101	1.09937	1.36511	14.335431762620152	14.179546291759353	590000000	590000000	590000000	14	144	14	f
2026-05-02 12:09:46.123+00	6.885666660925246	7436519994	66325430.35	-2.49927	-3.53846	-3.41754	7.138251015306813	6.885666660925246	1080000000	\N	1080000000	15	145	15	f
2026-05-02 12:09:45.123+00	83.72801120485616	6195872829	833946344.81	-1.4002	-0.50035	-0.11709	84.14905426602657	83.72801120485616	74000000	74000000	\N	16	146	16	f
2026-05-02 12:09:44.123+00	8.35195548950721	3257262641	365414434.13	0.70951	4.37594	7.05187	8.35195548950721	8.001801816484308	390000000	390000000	390000000	17	147	18	f
2026-05-02 12:09:43.123+00	0.11151693449085899	3222839407	462945178.1	2.17086	8.45583	3.88179	0.11151693449085899	0.10282244257632961	28900000000	28900000000	\N	18	148	17	f
2026-05-02 12:09:42.123+00	131.390994178089	2417594293	94669572.25	-2.16491	-8.36323	-0.84757	143.38238877914114	131.390994178089	18400000	18400000	18400000	19	149	19	f
2026-05-02 12:09:41.123+00	0.0019558383363732132	346183386	23377609.25	-2.53632	-1.80825	-1.98452	0.001991856020523431	0.0019558383363732132	177000000000	\N	\N	20	150	20	f
2026-04-30 00:00:00+00	60000	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	205	41	f
2026-04-30 00:00:00+00	5	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	208	42	f
2026-05-02 12:09:52+00	0.45571708787254406	15950098076	4065110772.9277472	2.90275	-0.6256	-0.54304	\N	\N	\N	35000000000	\N	9	159	29	f
2026-05-02 12:09:50+00	36.9626475627518	14415432549	3488602091.472397	5.07736	8.4199	9.09183	\N	\N	\N	390000000	\N	10	160	30	f
2026-05-02 12:09:51+00	0.1275821505022222	11099647094	2021237538.0956123	3.18582	13.19081	6.84053	\N	\N	\N	87000000000	87000000000	11	161	32	f
2026-05-02 12:09:49+00	7.073619545553461	10115275950	1916490847.692923	-1.02883	5.73865	0.37659	\N	\N	\N	1430000000	1430000000	12	162	31	f
2026-05-02 12:09:47+00	489.51066437749853	9643360088	2203274860.13655	1.52918	7.25312	15.97541	\N	\N	\N	19700000	19700000	13	163	33	f
2026-05-02 12:09:48+00	14.338873230022557	8459935206	925909116.3032658	0.82101	1.09937	1.36511	\N	\N	\N	590000000	\N	14	164	34	f
2026-05-02 12:09:46+00	6.88687397199868	7437823890	66337059.64344455	-2.49927	-3.53846	-3.41754	\N	\N	\N	1080000000	\N	15	165	35	f
2026-05-02 12:09:45+00	83.784065298345	6200020832	834504653.861978	-1.4002	-0.50035	-0.11709	\N	\N	\N	74000000	74000000	16	166	36	f
2026-05-02 12:09:44+00	8.328598022445208	3248153229	364392499.1321165	0.70951	4.37594	7.05187	\N	\N	\N	390000000	\N	17	167	38	f
2026-05-02 12:09:43+00	0.11130736763840925	3216782925	462075193.9624708	2.17086	8.45583	3.88179	\N	\N	\N	28900000000	\N	18	168	37	f
2026-05-02 12:09:42+00	131.52870985812027	2420128261	94768798.86937924	-2.16491	-8.36323	-0.84757	\N	\N	\N	18400000	\N	19	169	39	f
2026-05-02 12:09:41+00	0.001956666414048411	346329955	23387507.042590566	-2.53632	-1.80825	-1.98452	\N	\N	\N	177000000000	177000000000	20	170	40	f
2026-05-02 13:00:00+00	0.6	1111111111.1111112	1000000	\N	\N	\N	\N	\N	\N	\N	\N	900	211	43	f
\.


--
-- Data for Name: source_state; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.source_state (source, key, value, updated_at) FROM stdin;
coingecko	records	20	2026-11-26 17:43:47.510597+00
coinpaprika	records	20	2026-11-26 17:43:47.608384+00
rss	validators/demo	{"url": "1e9ff67baf2477d7f9bd1b92e5a0e4e293f0a9e9243fef338defec7a5d3f114a", "etag": "\\"f58f0116502687bb34113b01d95e1bbb\\"", "last_modified": "Sat, 02 May 2026 12:10:00 GMT"}	2026-11-26 17:43:47.789912+00
\.


--
-- Data for Name: streams; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.streams (source, stream, title, description, product, raw_asset, rows_asset, job, stale_seconds, fresh_seconds, precedence, "position") FROM stdin;
coingecko	snapshot	CoinGecko	Market data of the top coins from CoinGecko's `/coins/markets`.	quotes	{raw,coingecko}	{quotes,coingecko}	load_coingecko	10800	10800	0	0
coingecko	history	CoinGecko (history)	Past days of the tracked coins from CoinGecko's `/coins/{id}/market_chart/range`.	history	{raw,coingecko}	{quotes,coingecko}	load_coingecko	10800	10800	101	1
coinpaprika	snapshot	CoinPaprika	Market data of every active coin from CoinPaprika's `/tickers`.	quotes	{raw,coinpaprika}	{quotes,coinpaprika}	load_coinpaprika	3600	3600	2	2
coinpaprika	history	CoinPaprika (history)	Past days of the tracked coins from CoinPaprika's `/tickers/{id}/historical`.	history	{raw,coinpaprika}	{quotes,coinpaprika}	load_coinpaprika	3600	3600	103	3
csv	files	CSV files	Quotes from CSV files that were dropped into the inbox (`CSV_INBOX`).	quotes	{raw,csv}	{quotes,csv}	load_csv	3153600000	86400	104	4
rss	feeds	RSS feeds	Articles from the news feeds in `RSS_FEEDS`.	news	{raw,rss}	{news,rss}	load_rss	86400	86400	5	5
\.


--
-- Data for Name: upstream_calls; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.upstream_calls (upstream, month, calls, allowed) FROM stdin;
coingecko	2026-11	6	10000
coinpaprika	2026-11	6	20000
\.


--
-- Data for Name: verdicts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.verdicts (asset_id, since, until, listing_id, reason, flags, held) FROM stdin;
1	2026-11-26 17:43:44.782328+00	\N	1	newest	{old}	\N
2	2026-11-26 17:43:44.782328+00	\N	2	newest	{old}	\N
3	2026-11-26 17:43:44.782328+00	\N	3	newest	{old}	\N
4	2026-11-26 17:43:44.782328+00	\N	4	newest	{old}	\N
5	2026-11-26 17:43:44.782328+00	\N	5	newest	{old}	\N
6	2026-11-26 17:43:44.782328+00	\N	6	newest	{old}	\N
7	2026-11-26 17:43:44.782328+00	\N	7	newest	{old}	\N
8	2026-11-26 17:43:44.782328+00	\N	8	newest	{old}	\N
9	2026-11-26 17:43:44.782328+00	\N	9	newest	{old}	\N
10	2026-11-26 17:43:44.782328+00	\N	10	newest	{old}	\N
11	2026-11-26 17:43:44.782328+00	\N	11	newest	{old}	\N
12	2026-11-26 17:43:44.782328+00	\N	12	newest	{old}	\N
13	2026-11-26 17:43:44.782328+00	\N	13	newest	{old}	\N
14	2026-11-26 17:43:44.782328+00	\N	14	newest	{old}	\N
15	2026-11-26 17:43:44.782328+00	\N	15	newest	{old}	\N
16	2026-11-26 17:43:44.782328+00	\N	16	newest	{old}	\N
17	2026-11-26 17:43:44.782328+00	\N	17	newest	{old}	\N
18	2026-11-26 17:43:44.782328+00	\N	18	newest	{old}	\N
19	2026-11-26 17:43:44.782328+00	\N	19	newest	{old}	\N
20	2026-11-26 17:43:44.782328+00	\N	20	newest	{old}	\N
21	2026-11-26 17:43:48.265681+00	\N	42	only	{old}	\N
22	2026-11-26 17:43:48.557435+00	\N	43	only	{old}	\N
\.


--
-- Data for Name: withdrawals; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.withdrawals (id, run_id, source, stream, kind, records, by_run, known_at) FROM stdin;
\.


--
-- Name: access_keys_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.access_keys_id_seq', 1, false);


--
-- Name: assets_asset_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.assets_asset_id_seq', 22, true);


--
-- Name: backups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.backups_id_seq', 1, false);


--
-- Name: identity_events_event_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.identity_events_event_id_seq', 44, true);


--
-- Name: ledger_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.ledger_id_seq', 40, true);


--
-- Name: listings_listing_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.listings_listing_id_seq', 43, true);


--
-- Name: quarantine_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.quarantine_id_seq', 3, true);


--
-- Name: raw_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.raw_seq', 213, true);


--
-- Name: withdrawals_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.withdrawals_id_seq', 1, false);


--
-- Name: access_keys access_keys_digest_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_digest_key UNIQUE (digest);


--
-- Name: access_keys access_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_pkey PRIMARY KEY (id);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: assets assets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assets
    ADD CONSTRAINT assets_pkey PRIMARY KEY (asset_id);


--
-- Name: assets assets_ticker_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assets
    ADD CONSTRAINT assets_ticker_key UNIQUE (ticker);


--
-- Name: backups backups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.backups
    ADD CONSTRAINT backups_pkey PRIMARY KEY (id);


--
-- Name: crypto_assets crypto_assets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.crypto_assets
    ADD CONSTRAINT crypto_assets_pkey PRIMARY KEY (asset_id);


--
-- Name: crypto_assets crypto_assets_ticker_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.crypto_assets
    ADD CONSTRAINT crypto_assets_ticker_key UNIQUE (ticker);


--
-- Name: data_version data_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.data_version
    ADD CONSTRAINT data_version_pkey PRIMARY KEY (id);


--
-- Name: etl_checkpoints etl_checkpoints_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.etl_checkpoints
    ADD CONSTRAINT etl_checkpoints_pkey PRIMARY KEY (source, stream, stage);


--
-- Name: identity_events identity_events_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_events
    ADD CONSTRAINT identity_events_key UNIQUE (listing_id, kind, known_at);


--
-- Name: identity_events identity_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_events
    ADD CONSTRAINT identity_events_pkey PRIMARY KEY (event_id);


--
-- Name: ledger ledger_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ledger
    ADD CONSTRAINT ledger_pkey PRIMARY KEY (id);


--
-- Name: listings listings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_pkey PRIMARY KEY (listing_id);


--
-- Name: listings listings_source_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_source_id_key UNIQUE (source, source_id);


--
-- Name: market_quotes market_quotes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.market_quotes
    ADD CONSTRAINT market_quotes_pkey PRIMARY KEY (listing_id, observed_at);


--
-- Name: market_quotes_2013_04 market_quotes_2013_04_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.market_quotes_2013_04
    ADD CONSTRAINT market_quotes_2013_04_pkey PRIMARY KEY (listing_id, observed_at);


--
-- Name: market_quotes_2026_04 market_quotes_2026_04_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.market_quotes_2026_04
    ADD CONSTRAINT market_quotes_2026_04_pkey PRIMARY KEY (listing_id, observed_at);


--
-- Name: market_quotes_2026_05 market_quotes_2026_05_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.market_quotes_2026_05
    ADD CONSTRAINT market_quotes_2026_05_pkey PRIMARY KEY (listing_id, observed_at);


--
-- Name: news_articles news_articles_feed_guid_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.news_articles
    ADD CONSTRAINT news_articles_feed_guid_key UNIQUE (source, feed, guid);


--
-- Name: news_articles news_articles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.news_articles
    ADD CONSTRAINT news_articles_pkey PRIMARY KEY (id);


--
-- Name: quarantine quarantine_content_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quarantine
    ADD CONSTRAINT quarantine_content_key UNIQUE (source, stream, stage, content_hash);


--
-- Name: quarantine quarantine_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quarantine
    ADD CONSTRAINT quarantine_pkey PRIMARY KEY (id);


--
-- Name: quote_revisions quote_revisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_revisions
    ADD CONSTRAINT quote_revisions_pkey PRIMARY KEY (listing_id, observed_at, raw_seq);


--
-- Name: source_quotes source_quotes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source_quotes
    ADD CONSTRAINT source_quotes_pkey PRIMARY KEY (listing_id);


--
-- Name: source_state source_state_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source_state
    ADD CONSTRAINT source_state_pkey PRIMARY KEY (source, key);


--
-- Name: streams streams_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.streams
    ADD CONSTRAINT streams_pkey PRIMARY KEY (source, stream);


--
-- Name: upstream_calls upstream_calls_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.upstream_calls
    ADD CONSTRAINT upstream_calls_pkey PRIMARY KEY (upstream, month);


--
-- Name: withdrawals withdrawals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.withdrawals
    ADD CONSTRAINT withdrawals_pkey PRIMARY KEY (id);


--
-- Name: access_keys_name_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX access_keys_name_idx ON public.access_keys USING btree (name) WHERE (revoked_at IS NULL);


--
-- Name: assets_symbol_name_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX assets_symbol_name_idx ON public.assets USING btree (symbol, lower(name));


--
-- Name: ix_crypto_assets_symbol; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_crypto_assets_symbol ON public.crypto_assets USING btree (symbol);


--
-- Name: ix_listings_asset_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_listings_asset_id ON public.listings USING btree (asset_id);


--
-- Name: ledger_recorded_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_recorded_at_idx ON public.ledger USING brin (recorded_at);


--
-- Name: ledger_source_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ledger_source_idx ON public.ledger USING btree (source, stream, stage, id);


--
-- Name: market_quotes_observed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX market_quotes_observed_at_idx ON ONLY public.market_quotes USING brin (observed_at);


--
-- Name: market_quotes_2013_04_observed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX market_quotes_2013_04_observed_at_idx ON public.market_quotes_2013_04 USING brin (observed_at);


--
-- Name: market_quotes_2026_04_observed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX market_quotes_2026_04_observed_at_idx ON public.market_quotes_2026_04 USING brin (observed_at);


--
-- Name: market_quotes_2026_05_observed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX market_quotes_2026_05_observed_at_idx ON public.market_quotes_2026_05 USING brin (observed_at);


--
-- Name: news_articles_published_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX news_articles_published_at_idx ON public.news_articles USING btree (published_at DESC, id);


--
-- Name: quarantine_raw_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX quarantine_raw_seq_idx ON public.quarantine USING btree (source, stream, stage, raw_seq);


--
-- Name: quarantine_retry_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX quarantine_retry_idx ON public.quarantine USING btree (source, stream, stage, retry_at) WHERE (retry_at IS NOT NULL);


--
-- Name: raw_coingecko_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_coingecko_seq_idx ON ONLY public.raw_coingecko USING btree (seq);


--
-- Name: raw_coingecko_2026_11_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_coingecko_2026_11_seq_idx ON public.raw_coingecko_2026_11 USING btree (seq);


--
-- Name: raw_coingecko_content_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_coingecko_content_idx ON ONLY public.raw_coingecko USING btree (source_id, observed_at, content_hash);


--
-- Name: raw_coingecko_2026_11_source_id_observed_at_content_hash_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_coingecko_2026_11_source_id_observed_at_content_hash_idx ON public.raw_coingecko_2026_11 USING btree (source_id, observed_at, content_hash);


--
-- Name: raw_coinpaprika_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_coinpaprika_seq_idx ON ONLY public.raw_coinpaprika USING btree (seq);


--
-- Name: raw_coinpaprika_2026_11_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_coinpaprika_2026_11_seq_idx ON public.raw_coinpaprika_2026_11 USING btree (seq);


--
-- Name: raw_coinpaprika_content_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_coinpaprika_content_idx ON ONLY public.raw_coinpaprika USING btree (source_id, observed_at, content_hash);


--
-- Name: raw_coinpaprika_2026_11_source_id_observed_at_content_hash_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_coinpaprika_2026_11_source_id_observed_at_content_hash_idx ON public.raw_coinpaprika_2026_11 USING btree (source_id, observed_at, content_hash);


--
-- Name: raw_csv_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_csv_seq_idx ON ONLY public.raw_csv USING btree (seq);


--
-- Name: raw_csv_2026_11_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_csv_2026_11_seq_idx ON public.raw_csv_2026_11 USING btree (seq);


--
-- Name: raw_csv_content_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_csv_content_idx ON ONLY public.raw_csv USING btree (source_id, observed_at, content_hash);


--
-- Name: raw_csv_2026_11_source_id_observed_at_content_hash_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_csv_2026_11_source_id_observed_at_content_hash_idx ON public.raw_csv_2026_11 USING btree (source_id, observed_at, content_hash);


--
-- Name: raw_rss_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_rss_seq_idx ON ONLY public.raw_rss USING btree (seq);


--
-- Name: raw_rss_2026_11_seq_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_rss_2026_11_seq_idx ON public.raw_rss_2026_11 USING btree (seq);


--
-- Name: raw_rss_content_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_rss_content_idx ON ONLY public.raw_rss USING btree (source_id, observed_at, content_hash);


--
-- Name: raw_rss_2026_11_source_id_observed_at_content_hash_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX raw_rss_2026_11_source_id_observed_at_content_hash_idx ON public.raw_rss_2026_11 USING btree (source_id, observed_at, content_hash);


--
-- Name: timestampindex_upstream_coingecko; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX timestampindex_upstream_coingecko ON public.ratelimit___upstream_coingecko USING btree (item_timestamp);


--
-- Name: timestampindex_upstream_coingecko_history; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX timestampindex_upstream_coingecko_history ON public.ratelimit___upstream_coingecko_history USING btree (item_timestamp);


--
-- Name: timestampindex_upstream_coinpaprika; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX timestampindex_upstream_coinpaprika ON public.ratelimit___upstream_coinpaprika USING btree (item_timestamp);


--
-- Name: timestampindex_upstream_coinpaprika_history; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX timestampindex_upstream_coinpaprika_history ON public.ratelimit___upstream_coinpaprika_history USING btree (item_timestamp);


--
-- Name: verdicts_asset_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX verdicts_asset_id_idx ON public.verdicts USING btree (asset_id, since);


--
-- Name: verdicts_open_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX verdicts_open_idx ON public.verdicts USING btree (asset_id) WHERE (until IS NULL);


--
-- Name: withdrawals_run_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX withdrawals_run_id_idx ON public.withdrawals USING btree (run_id, source, stream, id);


--
-- Name: market_quotes_2013_04_observed_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.market_quotes_observed_at_idx ATTACH PARTITION public.market_quotes_2013_04_observed_at_idx;


--
-- Name: market_quotes_2013_04_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.market_quotes_pkey ATTACH PARTITION public.market_quotes_2013_04_pkey;


--
-- Name: market_quotes_2026_04_observed_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.market_quotes_observed_at_idx ATTACH PARTITION public.market_quotes_2026_04_observed_at_idx;


--
-- Name: market_quotes_2026_04_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.market_quotes_pkey ATTACH PARTITION public.market_quotes_2026_04_pkey;


--
-- Name: market_quotes_2026_05_observed_at_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.market_quotes_observed_at_idx ATTACH PARTITION public.market_quotes_2026_05_observed_at_idx;


--
-- Name: market_quotes_2026_05_pkey; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.market_quotes_pkey ATTACH PARTITION public.market_quotes_2026_05_pkey;


--
-- Name: raw_coingecko_2026_11_seq_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.raw_coingecko_seq_idx ATTACH PARTITION public.raw_coingecko_2026_11_seq_idx;


--
-- Name: raw_coingecko_2026_11_source_id_observed_at_content_hash_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.raw_coingecko_content_idx ATTACH PARTITION public.raw_coingecko_2026_11_source_id_observed_at_content_hash_idx;


--
-- Name: raw_coinpaprika_2026_11_seq_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.raw_coinpaprika_seq_idx ATTACH PARTITION public.raw_coinpaprika_2026_11_seq_idx;


--
-- Name: raw_coinpaprika_2026_11_source_id_observed_at_content_hash_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.raw_coinpaprika_content_idx ATTACH PARTITION public.raw_coinpaprika_2026_11_source_id_observed_at_content_hash_idx;


--
-- Name: raw_csv_2026_11_seq_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.raw_csv_seq_idx ATTACH PARTITION public.raw_csv_2026_11_seq_idx;


--
-- Name: raw_csv_2026_11_source_id_observed_at_content_hash_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.raw_csv_content_idx ATTACH PARTITION public.raw_csv_2026_11_source_id_observed_at_content_hash_idx;


--
-- Name: raw_rss_2026_11_seq_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.raw_rss_seq_idx ATTACH PARTITION public.raw_rss_2026_11_seq_idx;


--
-- Name: raw_rss_2026_11_source_id_observed_at_content_hash_idx; Type: INDEX ATTACH; Schema: public; Owner: -
--

ALTER INDEX public.raw_rss_content_idx ATTACH PARTITION public.raw_rss_2026_11_source_id_observed_at_content_hash_idx;


--
-- Name: access_keys announce_access_keys; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER announce_access_keys AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.access_keys FOR EACH STATEMENT EXECUTE FUNCTION public.announce_access_keys();


--
-- Name: data_version data_version_announced; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER data_version_announced AFTER UPDATE ON public.data_version FOR EACH ROW EXECUTE FUNCTION public.announce_data_version();


--
-- Name: identity_events identity_events_asset_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_events
    ADD CONSTRAINT identity_events_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES public.assets(asset_id);


--
-- Name: identity_events identity_events_listing_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.identity_events
    ADD CONSTRAINT identity_events_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES public.listings(listing_id);


--
-- Name: listings listings_asset_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES public.assets(asset_id);


--
-- Name: verdicts verdicts_asset_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verdicts
    ADD CONSTRAINT verdicts_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES public.assets(asset_id);


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA public TO crypto_platform_reader;


--
-- Name: TABLE access_keys; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.access_keys TO crypto_platform_reader;


--
-- Name: TABLE alembic_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.alembic_version TO crypto_platform_reader;


--
-- Name: TABLE assets; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.assets TO crypto_platform_reader;


--
-- Name: TABLE backups; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.backups TO crypto_platform_reader;


--
-- Name: TABLE crypto_assets; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.crypto_assets TO crypto_platform_reader;


--
-- Name: TABLE data_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.data_version TO crypto_platform_reader;


--
-- Name: TABLE etl_checkpoints; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.etl_checkpoints TO crypto_platform_reader;


--
-- Name: TABLE identity_events; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.identity_events TO crypto_platform_reader;


--
-- Name: TABLE ledger; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.ledger TO crypto_platform_reader;


--
-- Name: TABLE listings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.listings TO crypto_platform_reader;


--
-- Name: TABLE market_quotes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.market_quotes TO crypto_platform_reader;


--
-- Name: TABLE market_quotes_2013_04; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.market_quotes_2013_04 TO crypto_platform_reader;


--
-- Name: TABLE market_quotes_2026_04; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.market_quotes_2026_04 TO crypto_platform_reader;


--
-- Name: TABLE market_quotes_2026_05; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.market_quotes_2026_05 TO crypto_platform_reader;


--
-- Name: TABLE news_articles; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.news_articles TO crypto_platform_reader;


--
-- Name: TABLE quarantine; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quarantine TO crypto_platform_reader;


--
-- Name: TABLE quote_revisions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.quote_revisions TO crypto_platform_reader;


--
-- Name: TABLE ratelimit___upstream_coingecko; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.ratelimit___upstream_coingecko TO crypto_platform_reader;


--
-- Name: TABLE ratelimit___upstream_coingecko_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.ratelimit___upstream_coingecko_history TO crypto_platform_reader;


--
-- Name: TABLE ratelimit___upstream_coinpaprika; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.ratelimit___upstream_coinpaprika TO crypto_platform_reader;


--
-- Name: TABLE ratelimit___upstream_coinpaprika_history; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.ratelimit___upstream_coinpaprika_history TO crypto_platform_reader;


--
-- Name: TABLE raw_coingecko; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.raw_coingecko TO crypto_platform_reader;


--
-- Name: TABLE raw_coingecko_2026_11; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.raw_coingecko_2026_11 TO crypto_platform_reader;


--
-- Name: TABLE raw_coinpaprika; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.raw_coinpaprika TO crypto_platform_reader;


--
-- Name: TABLE raw_coinpaprika_2026_11; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.raw_coinpaprika_2026_11 TO crypto_platform_reader;


--
-- Name: TABLE raw_csv; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.raw_csv TO crypto_platform_reader;


--
-- Name: TABLE raw_csv_2026_11; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.raw_csv_2026_11 TO crypto_platform_reader;


--
-- Name: TABLE raw_rss; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.raw_rss TO crypto_platform_reader;


--
-- Name: TABLE raw_rss_2026_11; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.raw_rss_2026_11 TO crypto_platform_reader;


--
-- Name: TABLE records; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.records TO crypto_platform_reader;


--
-- Name: TABLE source_quotes; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.source_quotes TO crypto_platform_reader;


--
-- Name: TABLE source_state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.source_state TO crypto_platform_reader;


--
-- Name: TABLE streams; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.streams TO crypto_platform_reader;


--
-- Name: TABLE upstream_calls; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.upstream_calls TO crypto_platform_reader;


--
-- Name: TABLE verdicts; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.verdicts TO crypto_platform_reader;


--
-- Name: TABLE withdrawals; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.withdrawals TO crypto_platform_reader;


--
-- Name: TABLE withdrawn_runs; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.withdrawn_runs TO crypto_platform_reader;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: public; Owner: -
--

ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public GRANT SELECT ON TABLES TO crypto_platform_reader;


--
-- PostgreSQL database dump complete
--

\unrestrict XTF3OAEfC8QV7eenRhxkxwTK06QEcw9eLSJNizPU604yMHJKhoXdOKupQlekeQy

