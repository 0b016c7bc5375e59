package dev.rangefinder.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks that network policies select existing pods, open ports of these, and allow the required traffic. */
record Policies(Installation installation, List<String> problems) {

    void check() {
        installation.all(NetworkPolicy.class).forEach(this::checkPolicy);
        for (Pods pods : installation.pods()) {
            if (policies(pods, "Ingress").isEmpty()) {
                problems.add("No network policy guards " + pods.owner());
            }
        }
        installation.all(PodMonitor.class).forEach(this::checkMonitor);
        for (Pods client : installation.clients()) {
            if (policies(client, "Egress").stream().noneMatch(Policies::allowsDns)) {
                problems.add(client.owner() + " may not query DNS");
            }
        }
    }

    /** Prometheus runs in another namespace, which a policy must allow. */
    private void checkMonitor(PodMonitor monitor) {
        for (Pods pods : Pods.chosen(installation.pods(), monitor.getSpec().getSelector())) {
            monitor.getSpec().getPodMetricsEndpoints().stream()
                    .map(endpoint -> pods.ports().get(endpoint.getPort()))
                    .filter(port -> port != null && !allowsFrom("monitoring", pods, port))
                    .forEach(port ->
                            problems.add("Network policies block Prometheus from " + pods.owner() + ':' + port));
        }
    }

    private boolean allowsFrom(String namespace, Pods pods, int port) {
        Map<String, String> labels = Map.of("kubernetes.io/metadata.name", namespace);
        return policies(pods, "Ingress").stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> opens(rule.getPorts(), pods, port))
                .flatMap(rule -> rule.getFrom().stream())
                .anyMatch(peer -> peer.getNamespaceSelector() != null
                        && labels.equals(peer.getNamespaceSelector().getMatchLabels()));
    }

    private void checkPolicy(NetworkPolicy policy) {
        String name = "NetworkPolicy " + policy.getMetadata().getName();
        List<Pods> chosen = Pods.chosen(installation.pods(), policy.getSpec().getPodSelector());
        if (chosen.isEmpty()) {
            problems.add(name + " selects no pods");
        }
        for (NetworkPolicyIngressRule rule : policy.getSpec().getIngress()) {
            checkPorts(name, rule.getPorts(), chosen);
            rule.getFrom().forEach(peer -> checkPeer(name, peer, List.of()));
        }
        for (NetworkPolicyEgressRule rule : policy.getSpec().getEgress()) {
            rule.getTo().forEach(peer -> checkPeer(name, peer, rule.getPorts()));
        }
    }

    private void checkPeer(String name, NetworkPolicyPeer peer, List<NetworkPolicyPort> ports) {
        if (!isInSameNamespace(peer)) {
            return; // in another namespace, which is not part of these manifests
        }
        List<Pods> chosen = Pods.chosen(installation.pods(), peer.getPodSelector());
        if (chosen.isEmpty()) {
            problems.add(name + " names pods that are not there: "
                    + peer.getPodSelector().getMatchLabels());
        }
        checkPorts(name, ports, chosen);
    }

    private void checkPorts(String name, List<NetworkPolicyPort> ports, List<Pods> listeners) {
        for (NetworkPolicyPort port : ports) {
            listeners.stream()
                    .filter(pods -> pods.port(port.getPort()).isEmpty())
                    .forEach(pods -> problems.add(name + " opens a port that " + pods.owner() + " does not have: "
                            + port.getPort().getValue()));
        }
    }

    /** Whether the policies allow traffic from some pods to a port of others. */
    boolean allows(Pods from, Pods to, int port) {
        return policies(from, "Egress").stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> covers(rule.getTo(), to) && opens(rule.getPorts(), to, port))
                && policies(to, "Ingress").stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> covers(rule.getFrom(), from) && opens(rule.getPorts(), to, port));
    }

    private List<NetworkPolicy> policies(Pods pods, String type) {
        return installation.all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(type))
                .filter(policy -> pods.match(policy.getSpec().getPodSelector()))
                .toList();
    }

    private static boolean covers(List<NetworkPolicyPeer> peers, Pods pods) {
        return peers.isEmpty()
                || peers.stream()
                        .filter(Policies::isInSameNamespace)
                        .map(NetworkPolicyPeer::getPodSelector)
                        .anyMatch(pods::match);
    }

    private static boolean isInSameNamespace(NetworkPolicyPeer peer) {
        LabelSelector namespaces = peer.getNamespaceSelector();
        return namespaces == null && peer.getPodSelector() != null;
    }

    private static boolean opens(List<NetworkPolicyPort> ports, Pods listener, int port) {
        return ports.stream()
                .flatMap(open -> listener.port(open.getPort()).stream())
                .anyMatch(number -> number == port);
    }

    private static boolean allowsDns(NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .flatMap(port -> Stream.of(port.getProtocol() + port.getPort().getValue()))
                .anyMatch("UDP53"::equals);
    }
}
