package dev.rangefinder.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A model of the objects of CloudNativePG and its Barman Cloud plugin, as far as the manifests use them, according to
 * their API references. Add further fields from there when they are needed.
 */
final class CloudNativePg {

    private CloudNativePg() {}

    /**
     * A primary with its replicas; the operator creates services and secrets whose names start with that of the
     * cluster.
     */
    record Cluster(String apiVersion, String kind, ObjectMeta metadata, ClusterSpec spec) {

        String name() {
            return metadata.getName();
        }

        /** The roles besides the owner of the database. */
        Stream<Role> managedRoles() {
            return spec().managed() == null ? Stream.of() : spec().managed().roles().stream();
        }

        /** The services of the primary, of the replicas, and of all of them. */
        List<String> services() {
            return List.of(name() + "-rw", name() + "-ro", name() + "-r");
        }

        /** The secrets of the cluster with their keys. */
        Map<String, List<String>> secrets() {
            return Map.of(
                    name() + "-app",
                    List.of("username", "user", "password", "dbname", "host", "port", "uri", "jdbc-uri", "pgpass"),
                    name() + "-ca",
                    List.of("ca.crt", "ca.key"));
        }
    }

    record ClusterSpec(
            int instances,
            String imageName,
            Bootstrap bootstrap,
            Managed managed,
            Postgresql postgresql,
            Affinity affinity,
            Storage storage,
            Storage walStorage,
            ResourceRequirements resources,
            List<Plugin> plugins) {}

    record Bootstrap(Initdb initdb) {}

    record Initdb(
            String database,
            String owner,
            boolean dataChecksums,
            LocaleProvider localeProvider,
            String locale,
            List<String> postInitApplicationSQL) {}

    /** The roles that the operator makes and gives passwords to. */
    record Managed(List<Role> roles) {}

    record Role(String name, Ensure ensure, boolean login, Reference passwordSecret) {

        enum Ensure {
            present,
            absent
        }
    }

    enum LocaleProvider {
        builtin,
        icu,
        libc
    }

    record Postgresql(Map<String, String> parameters, Synchronous synchronous) {}

    record Synchronous(Method method, int number, Durability dataDurability) {

        enum Method {
            any,
            first
        }

        enum Durability {
            preferred,
            required
        }
    }

    record Affinity(boolean enablePodAntiAffinity, String topologyKey, Strength podAntiAffinityType) {

        enum Strength {
            preferred,
            required
        }
    }

    record Storage(String size, String storageClass) {}

    record Plugin(
            String name, @JsonProperty("isWALArchiver") boolean walArchiver, Map<String, String> parameters) {}

    /** The schedule of base backups, which has six fields, starting with seconds. */
    record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, ScheduledBackupSpec spec) {}

    record ScheduledBackupSpec(
            Reference cluster,
            String schedule,
            boolean immediate,
            Owner backupOwnerReference,
            BackupMethod method,
            Plugin pluginConfiguration) {

        enum Owner {
            none,
            self,
            cluster
        }

        enum BackupMethod {
            barmanObjectStore,
            volumeSnapshot,
            plugin
        }
    }

    record Reference(String name) {}

    /** The store of backups and of the write-ahead log. */
    record ObjectStore(String apiVersion, String kind, ObjectMeta metadata, ObjectStoreSpec spec) {}

    record ObjectStoreSpec(String retentionPolicy, StoreConfiguration configuration) {}

    record StoreConfiguration(
            String destinationPath, String endpointURL, S3Credentials s3Credentials, Compressed wal, Compressed data) {}

    record S3Credentials(SecretKey accessKeyId, SecretKey secretAccessKey, SecretKey region) {

        List<SecretKey> keys() {
            return Stream.of(accessKeyId, secretAccessKey, region)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    record SecretKey(String name, String key) {}

    record Compressed(Compression compression) {}

    /** The compressions that are supported for both base backups and the log. */
    enum Compression {
        bzip2,
        gzip,
        snappy
    }
}
