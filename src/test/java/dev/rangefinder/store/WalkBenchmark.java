package dev.rangefinder.store;

import com.sun.management.ThreadMXBean;
import dev.rangefinder.brand.Brand;
import dev.rangefinder.device.Device;
import dev.rangefinder.market.Launch;
import dev.rangefinder.market.Market;
import dev.rangefinder.partnership.Member;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.TestDatabase;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;

/**
 * Compares the read module with Hibernate: both traverse from brands through members, partnerships and devices to
 * launches and markets, by the same six statements in one read-only transaction, in turns. {@code src/bench/walk.sh}
 * runs it.
 */
final class WalkBenchmark {

    private static final int TRAVERSALS = 500;
    private static final int ROUNDS = 12;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A traversal from brands, which returns the number of objects that it reads. */
    private interface Traversal {
        int from(List<Long> brands);
    }

    private WalkBenchmark() {}

    /** Takes the number of brands from which each traversal starts. */
    public static void main(String[] arguments) {
        int brands = Integer.parseInt(arguments[0]);
        try (var database = TestDatabase.ofService(1);
                SessionFactory hibernate = hibernate()) {
            ReadContexts reads = TestDatabase.reads(database);
            for (int round = 1; round <= ROUNDS; round++) {
                measure("read module", brands, keys -> byReadModule(reads, keys));
                measure("StatelessSession", brands, keys -> byHibernate(hibernate, keys));
            }
        }
    }

    private static void measure(String name, int brands, Traversal traversal) {
        long thread = Thread.currentThread().getId();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        int objects = 0;
        for (int i = 0; i < TRAVERSALS; i++) {
            long first = 1 + i % 100;
            objects += traversal.from(
                    LongStream.range(first, first + brands).boxed().toList());
        }
        System.out.printf(
                "%-16s %6.1f objects %8.3f ms of CPU %8.1f KB allocated, a walk%n",
                name,
                (double) objects / TRAVERSALS,
                (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6 / TRAVERSALS,
                (THREADS.getThreadAllocatedBytes(thread) - bytes) / 1024.0 / TRAVERSALS);
    }

    private static final TableReader<Brand> BRANDS = TableReader.of(Brand.class);
    private static final TableReader<Member> MEMBERS = TableReader.of(Member.class);
    private static final TableReader<Partnership> PARTNERSHIPS = TableReader.of(Partnership.class);
    private static final TableReader<Device> DEVICES = TableReader.of(Device.class);
    private static final TableReader<Launch> LAUNCHES = TableReader.of(Launch.class);
    private static final TableReader<Market> MARKETS = TableReader.of(Market.class);

    private static int byReadModule(ReadContexts reads, List<Long> keys) {
        try (ReadContext context = reads.openAtOnce()) {
            return reads.read(context, () -> {
                List<Brand> brands = List.copyOf(BRANDS.byKey(keys).values());
                List<Member> members = flat(
                        MEMBERS.many(MEMBERS.column("brandId"), keys(brands), " order by " + MEMBERS.column("key")));
                List<Partnership> partnerships = List.copyOf(PARTNERSHIPS
                        .byKey(ids(members, member -> member.partnershipId))
                        .values());
                List<Device> devices = flat(DEVICES.many(
                        DEVICES.column("partnershipId"), keys(partnerships), " order by " + DEVICES.column("key")));
                List<Launch> launches = flat(LAUNCHES.many(
                        LAUNCHES.column("deviceId"), keys(devices), " order by " + LAUNCHES.column("key")));
                List<Market> markets = List.copyOf(
                        MARKETS.byKey(ids(launches, launch -> launch.marketId)).values());
                return sizes(brands, members, partnerships, devices, launches, markets);
            });
        }
    }

    private static <T> List<T> flat(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static int byHibernate(SessionFactory hibernate, List<Long> keys) {
        try (StatelessSession session = hibernate.openStatelessSession()) {
            session.beginTransaction();
            List<Brand> brands = read(session, Brand.class, "key", keys);
            List<Member> members = read(session, Member.class, "brandId", keys(brands));
            List<Partnership> partnerships =
                    read(session, Partnership.class, "key", ids(members, member -> member.partnershipId));
            List<Device> devices = read(session, Device.class, "partnershipId", keys(partnerships));
            List<Launch> launches = read(session, Launch.class, "deviceId", keys(devices));
            List<Market> markets = read(session, Market.class, "key", ids(launches, launch -> launch.marketId));
            session.getTransaction().commit();
            return sizes(brands, members, partnerships, devices, launches, markets);
        }
    }

    private static <T> List<T> read(StatelessSession session, Class<T> entity, String property, Collection<Long> keys) {
        return session.createSelectionQuery(
                        "from " + entity.getSimpleName() + " where " + property + " in :keys order by " + property
                                + ", key",
                        entity)
                .setParameterList("keys", keys)
                .getResultList();
    }

    private static List<Long> keys(List<? extends Keyed> rows) {
        return List.copyOf(ids(rows, row -> row.key));
    }

    private static <T> Collection<Long> ids(List<T> rows, Function<T, Long> id) {
        return rows.stream().map(id).collect(Collectors.toSet());
    }

    private static int sizes(List<?>... lists) {
        return Stream.of(lists).mapToInt(List::size).sum();
    }

    private static SessionFactory hibernate() {
        return new Configuration()
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .addAnnotatedClasses(
                        Brand.class, Member.class, Partnership.class, Device.class, Launch.class, Market.class)
                .setProperty("hibernate.connection.url", url())
                .setProperty("hibernate.connection.pool_size", "1")
                .setProperty("hibernate.connection.isolation", "REPEATABLE_READ")
                .setProperty("hibernate.query.in_clause_parameter_padding", "true")
                .buildSessionFactory();
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("rangefinder.database.url", String.class);
    }
}
